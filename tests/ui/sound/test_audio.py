"""What is heard of a site: its own band, when it happens, and the tones over it."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from emg_session.snapshot import LinkState
from emg_signal.errors import ConfigError
from emg_ui.sound.audio import AUDIO_HZ, FULL_SCALE_UV, AudioStream, Earcon, frames_of
from emg_ui.sound.sound import Sound
from emg_ui.sound.speaker import Speaker
from emg_ui.text.settings import Settings

FS_HZ = 250.0


class Clock:
    now_s = 0.0

    def __call__(self):
        return self.now_s


def play(stream, clock, samples, seconds, *, packets_every_s=0.004, frames_every_s=0.01):
    """Push `samples` in packets and pull frames as a card does; return what was pulled."""
    pulled, sent = [], 0
    for k in range(round(seconds * 1000)):
        clock.now_s = k / 1000
        if k % round(1000 * packets_every_s) == 0:
            due = int(clock.now_s * FS_HZ) + 1
            stream.push(samples[sent:due])
            sent = due
        if k % round(1000 * frames_every_s) == 0:
            pulled.append(stream.pull(round(frames_every_s * AUDIO_HZ)))
    return np.concatenate(pulled)


def sine(hz, seconds, amplitude_uv=25.0):
    return amplitude_uv * np.sin(2 * np.pi * hz * np.arange(int(seconds * FS_HZ) + 1) / FS_HZ)


@pytest.mark.parametrize("packets_every_s", [0.004, 0.02])
def test_a_tone_at_the_skin_is_heard_at_its_own_pitch_and_loudness(packets_every_s):
    clock = Clock()
    stream = AudioStream(FS_HZ, clock=clock)
    heard = play(stream, clock, sine(60.0, 4.0), 4.0, packets_every_s=packets_every_s)
    steady = heard[AUDIO_HZ:].astype(float)
    spectrum = np.abs(np.fft.rfft(steady * np.hanning(len(steady))))
    loudest_hz = np.argmax(spectrum) * AUDIO_HZ / len(steady)
    assert loudest_hz == pytest.approx(60.0, rel=0.02)
    expected = stream.volume * 25.0 / FULL_SCALE_UV
    # Straight lines between 250 Hz samples take sinc^2 off a 60 Hz tone: 0.82 of it is left.
    assert np.sqrt(2 * np.mean(steady**2)) == pytest.approx(0.82 * expected, rel=0.1)
    assert 0.005 < stream.latency_s < 0.045


def test_after_a_stall_what_is_old_is_left_out():
    clock = Clock()
    stream = AudioStream(FS_HZ, clock=clock)
    play(stream, clock, sine(60.0, 1.0), 1.0)
    clock.now_s = 3.0
    stream.push(sine(60.0, 2.0))
    clock.now_s = 3.01
    for _ in range(20):
        stream.pull(480)
        stream.push(np.zeros(3))
    assert stream.pull(480).shape == (480,)
    assert stream.latency_s < 0.2


def test_too_little_to_play_is_silence_and_not_a_repeat():
    stream = AudioStream(FS_HZ)
    stream.push(np.full(3, 100.0))
    assert not stream.pull(4800).any()


def test_a_rail_is_no_louder_than_full_scale_and_no_number_is_silence():
    clock = Clock()
    stream = AudioStream(FS_HZ, clock=clock)
    stream.volume = 1.0
    wild = np.where(np.arange(1001) % 3 == 0, np.nan, 187_500.0)
    assert np.abs(play(stream, clock, wild, 4.0)).max() <= 1.0


def test_every_tone_is_told_from_the_others_by_its_notes():
    tones = [frames_of(tone) for tone in Earcon]
    assert all(np.abs(tone).max() <= 1.0 for tone in tones)
    assert len({tone.value[0] for tone in Earcon}) == len(Earcon)


def test_tones_are_heard_when_the_site_is_not():
    stream = AudioStream(FS_HZ)
    stream.heard = False
    stream.say(Earcon.LOST)
    assert np.abs(stream.pull(4800)).max() > 0.2


@pytest.mark.real_time
def test_a_card_without_a_card_plays_in_real_time_and_says_how_late(record_property):
    miniaudio = pytest.importorskip("miniaudio")
    stream = AudioStream(FS_HZ)
    speaker = Speaker(stream, backends=[miniaudio.Backend.NULL])
    try:
        began_s, sent = time.monotonic(), 0
        while (past_s := time.monotonic() - began_s) < 2.0:
            due = int(past_s * FS_HZ)
            stream.push(np.full(due - sent, 20.0))
            sent = due
            time.sleep(0.004)
        latency_s = stream.latency_s
    finally:
        speaker.close()
    record_property("latency_ms", 1000 * latency_s)
    print(f"sample in to frame out: {1000 * latency_s:.1f} ms")
    assert 0.0 < latency_s < 0.1


class Deaf:
    """A card that only remembers."""

    def __init__(self, stream):
        self.stream = stream
        self.closed = False

    def close(self):
        self.closed = True


class Listened:
    """A staged session whose samples can be heard."""

    def __init__(self, staged):
        self.montage = staged.montage
        self.listener = None

    def listen(self, listener):
        self.listener = listener


def tones_in(frames):
    """Return the tone that the frames hold, in a list; an empty one if they are silent."""
    return [
        tone
        for tone in Earcon
        if np.any(frames) and np.count_nonzero(frames) <= len(made := frames_of(tone))
        if np.allclose(frames[: len(made)], np.tanh(made) / 2, atol=1e-6)
    ]


def test_cues_and_faults_have_tones_of_their_own(staged):
    cards = []
    sound = Sound(lambda stream: cards.append(Deaf(stream)) or cards[-1])
    assert sound.follow(Listened(staged), Settings(), FS_HZ) == ""
    said = []
    for snapshot in (
        staged.live(),
        staged.contracting(),
        staged.contracting(),
        staged.live(),
        staged.with_bad_electrode(),
        staged.with_bad_electrode(),
        staged.lost(),
        staged.lost(),
    ):
        sound.show_snapshot(snapshot)
        said += tones_in(cards[0].stream.pull(AUDIO_HZ))
    assert said == [Earcon.START, Earcon.STOP, Earcon.ELECTRODE, Earcon.LOST]
    sound.close()
    assert cards[0].closed


def test_the_chosen_site_is_heard_and_another_on_request(staged):
    cards, session = [], Listened(staged)
    sound = Sound(lambda stream: cards.append(Deaf(stream)) or cards[-1])
    sound.follow(session, Settings(sound=True), FS_HZ)
    samples_uv = 50.0 * np.arange(8.0)[:, None] * np.ones(30)
    for site in staged.montage.sites[:2]:
        assert str(site.name) in sound.state
        session.listener(samples_uv)
        loudness = np.tanh(samples_uv[site.channel, 0] / FULL_SCALE_UV) / 2
        assert cards[0].stream.pull(480) == pytest.approx(np.full(480, loudness))
        sound.step_site(1)
    sound.follow(session, Settings(sound=False, cue_sounds=False), FS_HZ)
    assert session.listener is None


def test_no_card_is_one_line_and_everything_else_works(staged, open_window):
    def refuse(stream):
        raise ConfigError("No sound: no card can be opened.", "Plug one in.")

    staged.listen = lambda listener: None
    window = open_window(staged, sound=Sound(refuse))
    window.set_settings(window.settings.changed(sound=True))
    assert "no card" in window.desk.notice.text()
    staged.show(replace(staged.live(), link=LinkState.STALE))
    window.tick()
    assert window.isVisible()


def test_a_thread_may_push_while_the_card_pulls():
    stream = AudioStream(FS_HZ)
    done = threading.Event()

    def push():
        for _ in range(500):
            stream.push(np.zeros(5))
        done.set()

    thread = threading.Thread(target=push)
    thread.start()
    while not done.is_set():
        assert stream.pull(480).shape == (480,)
    thread.join()
