<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  No treatment before it is on record here.</source>
        <translation>  Hier ist keine Behandlung davor verzeichnet.</translation>
    </message>
    <message>
        <source>  Nothing was measured before the first treatment: no baseline.</source>
        <translation>  Vor der ersten Behandlung wurde nichts gemessen: keine Ausgangslage.</translation>
    </message>
    <message>
        <source>  The treatment of {date!s}: {amount!s} of {product!s}, lot {lot!s}</source>
        <translation>  Die Behandlung vom {date!s}: {amount!s} {product!s}, Charge {lot!s}</translation>
    </message>
    <message>
        <source>  Whether toxin was given before the baseline was not asked.</source>
        <translation>  Ob vor der Ausgangslage Toxin gegeben wurde, wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>  You enter units, if any; they are checked like any plan.</source>
        <translation>  Einheiten geben Sie ein, wenn überhaupt; sie werden wie jeder Plan geprüft.</translation>
    </message>
    <message>
        <source>  a person {kind} the suggestion{reason!s}</source>
        <translation>  Antwort auf den Vorschlag: {kind}{reason!s}</translation>
    </message>
    <message>
        <source>  given before, {date!s}: {amount!s} of {product!s}, lot {lot!s}</source>
        <translation>  davor gegeben, {date!s}: {amount!s} {product!s}, Charge {lot!s}</translation>
    </message>
    <message>
        <source>  in all {given!s} of {planned!s}</source>
        <translation>  insgesamt {given!s} von {planned!s}</translation>
    </message>
    <message>
        <source>  newest answer of the rules: {what!s}</source>
        <translation>  neueste Antwort der Regeln: {what!s}</translation>
    </message>
    <message>
        <source>  no plan</source>
        <translation>  kein Plan</translation>
    </message>
    <message>
        <source>  none on record</source>
        <translation>  keine aufgezeichnet</translation>
    </message>
    <message>
        <source>  none: the person is not named</source>
        <translation>  keine: die Person ist nicht benannt</translation>
    </message>
    <message>
        <source>  nothing was locked</source>
        <translation>  nichts wurde festgestellt</translation>
    </message>
    <message>
        <source>  policy: {name!s} ({digest})</source>
        <translation>  Vorgaben: {name!s} ({digest})</translation>
    </message>
    <message>
        <source>  sites: {sites!s}</source>
        <translation>  Regionen: {sites!s}</translation>
    </message>
    <message>
        <source>  supply: {supply!s}</source>
        <translation>  Bezugsquelle: {supply!s}</translation>
    </message>
    <message>
        <source>  works against it: {muscles}</source>
        <translation>  arbeitet dagegen: {muscles}</translation>
    </message>
    <message>
        <source>  works along: {muscles}</source>
        <translation>  arbeitet mit: {muscles}</translation>
    </message>
    <message>
        <source>  {at!s}, {where!s}: {text!s}</source>
        <translation>  {at!s}, {where!s}: {text!s}</translation>
    </message>
    <message>
        <source>  {at:.2f} s: {name!s}</source>
        <translation>  {at:.2f} s: {name!s}</translation>
    </message>
    <message>
        <source>  {date!s} cannot be compared ({muscles!s}): {why}</source>
        <translation>  {date!s} ist nicht vergleichbar ({muscles!s}): {why}</translation>
    </message>
    <message>
        <source>  {n} visit(s) under this label are of another origin and kept apart</source>
        <translation>  {n} Besuch(e) unter dieser Kennung sind anderer Herkunft und werden getrennt gehalten</translation>
    </message>
    <message>
        <source>  {point!s}: {amount!s}, given at {at!s}, lot {lot!s}</source>
        <translation>  {point!s}: {amount!s}, gegeben um {at!s}, Charge {lot!s}</translation>
    </message>
    <message>
        <source>  {point!s}: {amount!s}, not given</source>
        <translation>  {point!s}: {amount!s}, nicht gegeben</translation>
    </message>
    <message>
        <source>  {point}, {region}: {amount}</source>
        <translation>  {point}, {region}: {amount}</translation>
    </message>
    <message>
        <source>  {region!s}: the plan {units!s}; no published dose here</source>
        <translation>  {region!s}: der Plan {units!s}; hier keine veröffentlichte Dosis</translation>
    </message>
    <message>
        <source>  {region!s}: the plan {units!s}; what was given:</source>
        <translation>  {region!s}: der Plan {units!s}; gegeben wurde:</translation>
    </message>
    <message>
        <source>  {region!s}: toxin {days} days before the baseline bends it.</source>
        <translation>  {region!s}: Toxin {days} Tage vor der Ausgangslage verfälscht sie.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>&quot;It has not done enough on the left.&quot; Treated a week ago. Plan: as much again.</source>
        <translation>„Links hat es nicht genug getan.“ Vor einer Woche behandelt. Plan: noch einmal so viel.</translation>
    </message>
    <message>
        <source>, lags</source>
        <translation>, bleibt zurück</translation>
    </message>
    <message>
        <source>--again goes on with a visit: its person and its file are known.</source>
        <translation>--again setzt einen Besuch fort: Person und Datei stehen fest.</translation>
    </message>
    <message>
        <source>--band {text!s} cannot be read.</source>
        <translation>--band {text!s} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>--device names the board already.</source>
        <translation>--device nennt das Board schon.</translation>
    </message>
    <message>
        <source>--notch {text!s} is not possible.</source>
        <translation>--notch {text!s} ist nicht möglich.</translation>
    </message>
    <message>
        <source>--rms {text!s} cannot be read.</source>
        <translation>--rms {text!s} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>--unit {part!s} cannot be read.</source>
        <translation>--unit {part!s} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>0-9 units   T side total   O open   Ctrl+S save</source>
        <translation>0-9 Einheiten   T Summe   O öffnen   Strg+S sichern</translation>
    </message>
    <message>
        <source>0.1 mL at 4 units per 0.1 mL is 4 units, some 11 to 16 % of 25 to 36 units; and 25 against 35 units made no difference.</source>
        <translation>0,1 mL bei 4 Einheiten je 0,1 mL sind 4 Einheiten, etwa 11 bis 16 % von 25 bis 36 Einheiten; und 25 gegen 35 Einheiten machten keinen Unterschied.</translation>
    </message>
    <message>
        <source>0.1 mL too much in the masseter moves the jaw line by 2 mm.</source>
        <translation>0,1 mL zu viel im Masseter verschieben die Kieferlinie um 2 mm.</translation>
    </message>
    <message>
        <source>1 Prepare: the plan comes first</source>
        <translation>1 Vorbereiten: zuerst der Plan</translation>
    </message>
    <message>
        <source>1 cm below the outer corner of the eye, and 1 cm inwards, lower</source>
        <translation>1 cm unter dem äußeren Augenwinkel, und 1 cm weiter innen, tiefer</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message>
        <source>10 mm apart</source>
        <translation>10 mm Abstand</translation>
    </message>
    <message>
        <source>100 % is this site&apos;s reference contraction, {reference!s} (rest {rest!s}), locked {at!s}</source>
        <translation>100 % ist die Referenzkontraktion dieser Messstelle, {reference!s} (Ruhe {rest!s}), festgestellt um {at!s}</translation>
    </message>
    <message>
        <source>100 units, licensed in 2020-10; nothing of its label was read.</source>
        <translation>100 Einheiten, zugelassen 2020-10; von der Fachinformation wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>120 against 180 in all, in two steps</source>
        <translation>120 gegen insgesamt 180, in zwei Schritten</translation>
    </message>
    <message>
        <source>15 to 20 units is standard for the glabella.</source>
        <translation>15 bis 20 Einheiten sind Standard für die Glabella.</translation>
    </message>
    <message>
        <source>153 people, phase 2</source>
        <translation>153 Personen, Phase 2</translation>
    </message>
    <message>
        <source>180 EUR</source>
        <translation>180 EUR</translation>
    </message>
    <message>
        <source>187 people; the smile changed in 4 at 48 a side; read at day 90</source>
        <translation>187 Personen; das Lächeln änderte sich bei 4 mit 48 je Seite; beurteilt an Tag 90</translation>
    </message>
    <message>
        <source>1st channel, µV</source>
        <translation>1. Kanal, µV</translation>
    </message>
    <message>
        <source>2 Measure: which side works harder</source>
        <translation>2 Messen: welche Seite mehr arbeitet</translation>
    </message>
    <message>
        <source>2 to 8 °C</source>
        <translation>2 bis 8 °C</translation>
    </message>
    <message>
        <source>2 to 8 °C, dark, not frozen, for 12 months; 12 hours up to 25 °C, then discard</source>
        <translation>2 bis 8 °C, dunkel, nicht gefroren, 12 Monate; bis 25 °C 12 Stunden, danach verwerfen</translation>
    </message>
    <message>
        <source>2 to 8 °C, for 30 months</source>
        <translation>2 bis 8 °C, 30 Monate</translation>
    </message>
    <message>
        <source>2 to 8 °C, in the carton, protected from light</source>
        <translation>2 bis 8 °C, im Karton, vor Licht geschützt</translation>
    </message>
    <message>
        <source>20 and 20, the same total. The frontalis is never dosed by its EMG.</source>
        <translation>20 und 20, dieselbe Summe. Der Frontalis wird nie nach seinem EMG dosiert.</translation>
    </message>
    <message>
        <source>20 people, 8 units a side</source>
        <translation>20 Personen, 8 Einheiten je Seite</translation>
    </message>
    <message>
        <source>2026-11-20, or the third day</source>
        <translation>2026-11-20, oder am dritten Tag</translation>
    </message>
    <message>
        <source>21, 25 and 20 to 30</source>
        <translation>21, 25 und 20 bis 30</translation>
    </message>
    <message>
        <source>25 against 35 units per masseter: EMG and CT fell, no difference between the doses.</source>
        <translation>25 gegen 35 Einheiten je Masseter: EMG und CT nahmen ab, kein Unterschied zwischen den Dosen.</translation>
    </message>
    <message>
        <source>2nd channel, µV</source>
        <translation>2. Kanal, µV</translation>
    </message>
    <message>
        <source>3 Decide: most of the time nothing</source>
        <translation>3 Entscheiden: meistens nichts</translation>
    </message>
    <message>
        <source>30 to 120 in all</source>
        <translation>insgesamt 30 bis 120</translation>
    </message>
    <message>
        <source>4 Inject: the electrodes are off</source>
        <translation>4 Injizieren: die Elektroden sind ab</translation>
    </message>
    <message>
        <source>5 Review, and help at any time</source>
        <translation>5 Nachsehen, und Hilfe jederzeit</translation>
    </message>
    <message>
        <source>50 and 200 units exist too; the US Letybo has 50 and 100, the EU one 50.</source>
        <translation>50 und 200 Einheiten gibt es auch; Letybo hat in den USA 50 und 100, in der EU 50.</translation>
    </message>
    <message>
        <source>60 women, 4 points; adverse events rose with dose</source>
        <translation>60 Frauen, 4 Punkte; Nebenwirkungen nahmen mit der Dosis zu</translation>
    </message>
    <message>
        <source>68 % of bad results in 2023 were dose errors.</source>
        <translation>68 % der schlechten Ergebnisse von 2023 waren Dosierungsfehler.</translation>
    </message>
    <message>
        <source>8 units is patchy in the forehead and 12 units is right.</source>
        <translation>8 Einheiten sind fleckig in der Stirn und 12 Einheiten richtig.</translation>
    </message>
    <message>
        <source>80 men; 40 units or more beat 20, adverse events not increased</source>
        <translation>80 Männer; 40 Einheiten und mehr wirkten besser als 20, Nebenwirkungen nicht häufiger</translation>
    </message>
    <message>
        <source>80 people; 24 a side or more advised</source>
        <translation>80 Personen; 24 je Seite oder mehr empfohlen</translation>
    </message>
    <message>
        <source>84 % of the maximum by day 2 to 4 and all responders by day 8 to 14; a week to a month in general. Masseter thickness and brow height peak at 12 weeks, jitter at day 15 to 30.</source>
        <translation>84 % des Höchstwerts an Tag 2 bis 4 und alle Ansprechenden an Tag 8 bis 14; im Allgemeinen eine Woche bis ein Monat. Masseterdicke und Brauenhöhe haben den Höhepunkt nach 12 Wochen, der Jitter an Tag 15 bis 30.</translation>
    </message>
    <message>
        <source>90 people; best at 24 to 36 a side, chewing discomfort at 48</source>
        <translation>90 Personen; am besten 24 bis 36 je Seite, Beschwerden beim Kauen bei 48</translation>
    </message>
    <message>
        <source>= {given!s}, {planned!s}</source>
        <translation>= {given!s}, {planned!s}</translation>
    </message>
    <message>
        <source>? explains the screen in front of you, I any number on it, Ctrl+, are the settings: language, text size, sound, pedals. The menu (F10) has all of it.</source>
        <translation>? erklärt den Bildschirm vor Ihnen, I jede Zahl darauf, Strg+, öffnet die Einstellungen: Sprache, Textgröße, Ton, Pedale. Das Menü (F10) enthält alles.</translation>
    </message>
    <message>
        <source>A 2020 trial had 79 % success at day 18 to 21 against 33 % at day 7.</source>
        <translation>Eine Studie von 2020 hatte 79 % Erfolg an Tag 18 bis 21 gegen 33 % an Tag 7.</translation>
    </message>
    <message>
        <source>A 2022 study found that 2 units too many cost up to 40 % of satisfaction.</source>
        <translation>Eine Studie von 2022 fand, dass 2 Einheiten zu viel bis zu 40 % der Zufriedenheit kosten.</translation>
    </message>
    <message>
        <source>A 55-year-old with thicker skin needs 15 % more.</source>
        <translation>Jemand mit 55 Jahren und dickerer Haut braucht 15 % mehr.</translation>
    </message>
    <message>
        <source>A Botulax vial holds 100 units.</source>
        <translation>Eine Durchstechflasche Botulax enthält 100 Einheiten.</translation>
    </message>
    <message>
        <source>A Chords board needs its port and µV per count.</source>
        <translation>Ein Chords-Board braucht seinen Anschluss und µV je Zählwert.</translation>
    </message>
    <message>
        <source>A accept   E edit   R reject   W why?   Esc: leave words   Ctrl+Z: take back</source>
        <translation>A annehmen   E ändern   R ablehnen   W warum?   Esc: Text verlassen   Strg+Z: zurücknehmen</translation>
    </message>
    <message>
        <source>A bad electrode is named, with its cause and what to do.</source>
        <translation>Eine schlechte Elektrode wird genannt, mit Ursache und Abhilfe.</translation>
    </message>
    <message>
        <source>A bleeding disorder: not recommended.</source>
        <translation>Blutungsneigung: nicht empfohlen.</translation>
    </message>
    <message>
        <source>A blink or an eye movement of {jump_uv:.0f} µV came and went.</source>
        <translation>Ein Lidschlag oder eine Augenbewegung von {jump_uv:.0f} µV kam und ging.</translation>
    </message>
    <message>
        <source>A board in a process of its own takes its scenario by name or file.</source>
        <translation>Ein Board in einem eigenen Prozess nimmt sein Szenario als Namen oder Datei.</translation>
    </message>
    <message>
        <source>A board on a person is shown only after its checklist, and nobody can be asked.</source>
        <translation>Ein Board an einem Menschen wird erst nach der Prüfliste gezeigt, und niemand kann gefragt werden.</translation>
    </message>
    <message>
        <source>A board that prints numbers does not say its scale.</source>
        <translation>Ein Board, das Zahlen druckt, sagt seinen Maßstab nicht.</translation>
    </message>
    <message>
        <source>A bridged pair is even by construction. Wipe the gel away and re-seat.</source>
        <translation>Ein überbrücktes Paar ist zwangsläufig gleich. Gel abwischen und neu setzen.</translation>
    </message>
    <message>
        <source>A brow that never rests</source>
        <translation>Eine Braue, die nie ruht</translation>
    </message>
    <message>
        <source>A chunk of {n_channels} channels met filters for {designed}.</source>
        <translation>Daten von {n_channels} Kanälen trafen auf Filter für {designed}.</translation>
    </message>
    <message>
        <source>A clinician has reviewed only a part of the tables</source>
        <translation>Nur ein Teil der Tabellen ist ärztlich geprüft</translation>
    </message>
    <message>
        <source>A condition of the labels of the EU, the UK and Switzerland alone.</source>
        <translation>Nur die Fachinformationen der EU, des UK und der Schweiz machen es zur Bedingung.</translation>
    </message>
    <message>
        <source>A crooked smile, or a usual one?</source>
        <translation>Ein schiefes Lächeln, oder ein übliches?</translation>
    </message>
    <message>
        <source>A decision that rests on this signal would rest on nothing.</source>
        <translation>Eine Entscheidung aufgrund dieses Signals stünde auf nichts.</translation>
    </message>
    <message>
        <source>A difference that its author explains is a decision. The program does not talk a person out of it.</source>
        <translation>Ein Unterschied, den sein Urheber begründet, ist eine Entscheidung. Das Programm redet niemandem die eigene Entscheidung aus.</translation>
    </message>
    <message>
        <source>A difference with a reason</source>
        <translation>Ein Unterschied mit Grund</translation>
    </message>
    <message>
        <source>A disease of nerve and muscle: examine, no units.</source>
        <translation>Eine Erkrankung von Nerv und Muskel: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>A doctor said so in a magazine in 2023.</source>
        <translation>Das sagte ein Arzt 2023 in einer Zeitschrift.</translation>
    </message>
    <message>
        <source>A dose of {units} units is no amount.</source>
        <translation>Eine Dosis von {units} Einheiten ist keine Menge.</translation>
    </message>
    <message>
        <source>A dose table cannot be read: {problem}.</source>
        <translation>Eine Dosistabelle ist nicht lesbar: {problem}.</translation>
    </message>
    <message>
        <source>A drooping lid is a hard stop: whatever the EMG says, the brow may be doing the lid&apos;s work.</source>
        <translation>Ein hängendes Lid beendet jeden Vorschlag: was immer das EMG sagt, vielleicht arbeitet die Braue für das Lid.</translation>
    </message>
    <message>
        <source>A drooping lid.</source>
        <translation>Ein hängendes Lid.</translation>
    </message>
    <message>
        <source>A drooping lid: examine, no units.</source>
        <translation>Ein hängendes Lid: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>A duration of {seconds:g} s is not possible.</source>
        <translation>Eine Dauer von {seconds:g} s ist nicht möglich.</translation>
    </message>
    <message>
        <source>A fault of the program: {error!s}.</source>
        <translation>Ein Fehler des Programms: {error!s}.</translation>
    </message>
    <message>
        <source>A favoured side is no reason for another dose.</source>
        <translation>Eine bevorzugte Seite ist kein Grund für eine andere Dosis.</translation>
    </message>
    <message>
        <source>A favoured side, and no norm of the index.</source>
        <translation>Eine bevorzugte Seite, und kein Normwert des Index.</translation>
    </message>
    <message>
        <source>A few percent, inside the healthy range of 27 %.</source>
        <translation>Wenige Prozent, innerhalb des gesunden Bereichs von 27 %.</translation>
    </message>
    <message>
        <source>A framed board needs its port.</source>
        <translation>Ein Framed-Board braucht seinen Anschluss.</translation>
    </message>
    <message>
        <source>A frontalis at work at rest may be holding up a low lid (S112). Weaken it and the lid comes down. Lift the brow by hand and look at the lid again.</source>
        <translation>Ein Frontalis, der in Ruhe arbeitet, hält vielleicht ein tiefes Lid oben (S112). Schwächt man ihn, sinkt das Lid. Heben Sie die Braue mit der Hand an und sehen Sie das Lid noch einmal an.</translation>
    </message>
    <message>
        <source>A gap of 4 units between the sides moves the brow.</source>
        <translation>Ein Unterschied von 4 Einheiten zwischen den Seiten bewegt die Braue.</translation>
    </message>
    <message>
        <source>A graduation is smaller than its syringe.</source>
        <translation>Ein Teilstrich ist kleiner als seine Spritze.</translation>
    </message>
    <message>
        <source>A known or suspected palsy: examine, no units.</source>
        <translation>Eine bekannte oder vermutete Lähmung: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>A label of {n} letters is too long.</source>
        <translation>Eine Kennung von {n} Zeichen ist zu lang.</translation>
    </message>
    <message>
        <source>A label with the unseen sign U+{number:04X} is refused.</source>
        <translation>Eine Kennung mit dem unsichtbaren Zeichen U+{number:04X} wird nicht angenommen.</translation>
    </message>
    <message>
        <source>A lane at the end of its range</source>
        <translation>Eine Spur am Ende ihres Bereichs</translation>
    </message>
    <message>
        <source>A lane that shows nothing at all</source>
        <translation>Eine Spur zeigt nichts</translation>
    </message>
    <message>
        <source>A later day, or another measurement; never units by themselves.</source>
        <translation>Ein späterer Tag oder eine andere Messung; niemals Einheiten allein.</translation>
    </message>
    <message>
        <source>A lead in the air shows hum and no muscle. A contraction that does nothing in one lane alone is the same sign.</source>
        <translation>Ein loses Kabel zeigt Brummen und keinen Muskel. Eine Kontraktion, die nur in einer Spur nichts bewirkt, ist dasselbe Zeichen.</translation>
    </message>
    <message>
        <source>A lid may droop (levator).</source>
        <translation>Ein Lid kann herabhängen (Levator).</translation>
    </message>
    <message>
        <source>A lid that hangs</source>
        <translation>Ein Lid, das hängt</translation>
    </message>
    <message>
        <source>A long, flat lip or an uneven smile; there is no antidote.</source>
        <translation>Eine lange, flache Lippe oder ein ungleiches Lächeln; es gibt kein Gegenmittel.</translation>
    </message>
    <message>
        <source>A name with the unseen sign U+{number:04X} is refused.</source>
        <translation>Ein Name mit dem unsichtbaren Zeichen U+{number:04X} wird nicht angenommen.</translation>
    </message>
    <message>
        <source>A new plan: from an earlier visit, the label, or points of your own</source>
        <translation>Ein neuer Plan: von einem früheren Besuch, aus der Fachinformation oder aus eigenen Punkten</translation>
    </message>
    <message>
        <source>A number in {file!s} is too long to be read.</source>
        <translation>Eine Zahl in {file!s} ist zu lang, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>A pair needs two channels, the board has {n}.</source>
        <translation>Ein Paar braucht zwei Kanäle, das Board hat {n}.</translation>
    </message>
    <message>
        <source>A pair needs two channels, the recording has {n}.</source>
        <translation>Ein Paar braucht zwei Kanäle, die Aufzeichnung hat {n}.</translation>
    </message>
    <message>
        <source>A plan and an examination lie on the Prepare screen (F1).</source>
        <translation>Plan und Untersuchung liegen auf dem Bildschirm Vorbereiten (F1).</translation>
    </message>
    <message>
        <source>A plan has at least one point; Ctrl+N begins another plan.</source>
        <translation>Ein Plan hat mindestens einen Punkt; Strg+N beginnt einen anderen Plan.</translation>
    </message>
    <message>
        <source>A plan was handed over: forehead, 18 units left and 22 right. Nobody says why. Measure, read the index, decide.</source>
        <translation>Ein Plan wurde übergeben: Stirn, 18 Einheiten links und 22 rechts. Niemand sagt, warum. Messen Sie, lesen Sie den Index, entscheiden Sie.</translation>
    </message>
    <message>
        <source>A plan.</source>
        <translation>Ein Plan.</translation>
    </message>
    <message>
        <source>A point of the midline has no other side.</source>
        <translation>Ein Punkt der Mittellinie hat keine andere Seite.</translation>
    </message>
    <message>
        <source>A railed lane stands at the end of the converter&apos;s range: the true voltage is unknown. It is no strong muscle. Half-dried gel or a broken lead with a large direct voltage does this.</source>
        <translation>Eine Spur am Anschlag steht am Ende des Wandlerbereichs: die wahre Spannung ist unbekannt. Das ist kein starker Muskel. Halb getrocknetes Gel oder ein gebrochenes Kabel mit großer Gleichspannung bewirkt das.</translation>
    </message>
    <message>
        <source>A rate of {rate_hz:g} Hz is not possible.</source>
        <translation>Eine Rate von {rate_hz:g} Hz ist nicht möglich.</translation>
    </message>
    <message>
        <source>A recording at {fs_hz:g} Hz cannot be raised to {render_hz:g} Hz.</source>
        <translation>Eine Aufnahme mit {fs_hz:g} Hz lässt sich nicht auf {render_hz:g} Hz bringen.</translation>
    </message>
    <message>
        <source>A recording cannot begin at {start_s:g} s.</source>
        <translation>Eine Aufzeichnung kann nicht bei {start_s:g} s beginnen.</translation>
    </message>
    <message>
        <source>A sensitive person loses most of the effort at the lid.</source>
        <translation>Eine empfindliche Person verliert den größten Teil der Anstrengung am Lid.</translation>
    </message>
    <message>
        <source>A session file knows its rate, channels and units.</source>
        <translation>Eine Sitzungsdatei kennt ihre Rate, Kanäle und Einheiten.</translation>
    </message>
    <message>
        <source>A speed of {speed} is not possible.</source>
        <translation>Eine Geschwindigkeit von {speed} ist nicht möglich.</translation>
    </message>
    <message>
        <source>A stated reason why the sides differ, or a measured asymmetry beyond healthy.</source>
        <translation>Ein genannter Grund, warum die Seiten verschieden sind, oder eine gemessene Asymmetrie jenseits des Gesunden.</translation>
    </message>
    <message>
        <source>A strong chewing side</source>
        <translation>Eine starke Kauseite</translation>
    </message>
    <message>
        <source>A syringe of {volume} mL with lines of {line} mL has {lines} lines.</source>
        <translation>Eine Spritze von {volume} mL mit Strichen von {line} mL hat {lines} Striche.</translation>
    </message>
    <message>
        <source>A text board needs its port.</source>
        <translation>Ein Text-Board braucht seinen Anschluss.</translation>
    </message>
    <message>
        <source>A touch-up asked for on day 7</source>
        <translation>Eine Nachkorrektur, gewünscht an Tag 7</translation>
    </message>
    <message>
        <source>A unit costs 8 to 15 USD, a correction 200 to 500 USD.</source>
        <translation>Eine Einheit kostet 8 bis 15 USD, eine Korrektur 200 bis 500 USD.</translation>
    </message>
    <message>
        <source>A very uneven forehead</source>
        <translation>Eine sehr ungleiche Stirn</translation>
    </message>
    <message>
        <source>A vial of {units} units: the vials of {brand} are not in the tables.</source>
        <translation>Eine Durchstechflasche von {units} Einheiten: Die Flaschengrößen von {brand} stehen nicht in den Tabellen.</translation>
    </message>
    <message>
        <source>A virtual patient needs no ticks; a person does.</source>
        <translation>Ein virtueller Patient braucht keine Häkchen; ein Mensch schon.</translation>
    </message>
    <message>
        <source>A visit belongs to one person. Type a label (no name is needed); known people are listed as you type. Most visits need no board.</source>
        <translation>Ein Besuch gehört einer Person. Geben Sie eine Kennung ein (kein Name nötig); bekannte Personen erscheinen beim Tippen. Die meisten Besuche brauchen kein Board.</translation>
    </message>
    <message>
        <source>ADVERSE EVENT, for the report</source>
        <translation>NEBENWIRKUNG, für die Meldung</translation>
    </message>
    <message>
        <source>AGAINST THE OWN BASELINE (data only, no dose follows from it)</source>
        <translation>GEGEN DIE EIGENE AUSGANGSLAGE (nur Daten, keine Dosis folgt daraus)</translation>
    </message>
    <message>
        <source>ALS.</source>
        <translation>ALS.</translation>
    </message>
    <message>
        <source>About Evenhand</source>
        <translation>Über Evenhand</translation>
    </message>
    <message>
        <source>About a number on this screen</source>
        <translation>Über eine Zahl auf diesem Bildschirm</translation>
    </message>
    <message>
        <source>About this number</source>
        <translation>Über diese Zahl</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>Annehmen
(A)</translation>
    </message>
    <message>
        <source>Add at least one.</source>
        <translation>Nehmen Sie mindestens eines auf.</translation>
    </message>
    <message>
        <source>Add point</source>
        <translation>Punkt dazu</translation>
    </message>
    <message>
        <source>Add to /etc/udev/rules.d/60-evenhand.rules: {rule}</source>
        <translation>Ergänzen Sie in /etc/udev/rules.d/60-evenhand.rules: {rule}</translation>
    </message>
    <message>
        <source>Add yourself to the group that owns it (Debian, Ubuntu: sudo usermod -aG dialout $USER, then log in again); `evenhand devices` prints the udev line.</source>
        <translation>Treten Sie der Gruppe bei, der er gehört (Debian, Ubuntu: sudo usermod -aG dialout $USER, dann neu anmelden); `evenhand devices` druckt die udev-Zeile.</translation>
    </message>
    <message>
        <source>Adding 2 or 3 units later is safer than starting high.</source>
        <translation>Später 2 oder 3 Einheiten nachzugeben ist sicherer, als hoch anzufangen.</translation>
    </message>
    <message>
        <source>Adults only.</source>
        <translation>Nur Erwachsene.</translation>
    </message>
    <message>
        <source>After the measurement is locked the rules answer the plan: with reasons, their evidence and why they may be wrong. Often they refuse, and say what to examine.</source>
        <translation>Ist die Messung festgestellt, antworten die Regeln auf den Plan: mit Gründen, deren Belegen und warum sie falsch sein können. Oft lehnen sie ab und sagen, was zu untersuchen ist.</translation>
    </message>
    <message>
        <source>Ag/AgCl, 2.5 mm contacts 1 cm apart, along the fibres, not across the muscle&apos;s middle.</source>
        <translation>Ag/AgCl, Kontakte von 2,5 mm im Abstand von 1 cm, entlang der Fasern, nicht über der Muskelmitte.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Age in years</source>
        <translation>Alter in Jahren</translation>
    </message>
    <message>
        <source>Age {age}: contraindicated at {limit} or older.</source>
        <translation>Alter {age}: kontraindiziert ab {limit} Jahren.</translation>
    </message>
    <message>
        <source>Age {age}: the label is for people under {limit}.</source>
        <translation>Alter {age}: Die Fachinformation gilt für Personen unter {limit}.</translation>
    </message>
    <message>
        <source>Age {age}: under {limit}, adults only.</source>
        <translation>Alter {age}: unter {limit}, nur Erwachsene.</translation>
    </message>
    <message>
        <source>All at rest</source>
        <translation>Alles in Ruhe</translation>
    </message>
    <message>
        <source>All channels are measured against one common reference (SRB2), not as pairs of electrodes.</source>
        <translation>Alle Kanäle werden gegen eine gemeinsame Referenz (SRB2) gemessen, nicht als Elektrodenpaare.</translation>
    </message>
    <message>
        <source>All lanes are calm: or not?</source>
        <translation>Alle Spuren sind ruhig: oder doch nicht?</translation>
    </message>
    <message>
        <source>All muscles are at rest.</source>
        <translation>Alle Muskeln ruhen.</translation>
    </message>
    <message>
        <source>All pairs lean the same way: that is no strong side but a weak one. After a palsy the healthy side looks overactive. Examine the nerve before anything else (S111).</source>
        <translation>Alle Paare neigen zur selben Seite: das ist keine starke Seite, sondern eine schwache. Nach einer Lähmung wirkt die gesunde Seite überaktiv. Untersuchen Sie vor allem anderen den Nerv (S111).</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Alle Messstellen</translation>
    </message>
    <message>
        <source>All was well. Then something happens during the calibration.</source>
        <translation>Alles war gut. Dann geschieht etwas während der Kalibrierung.</translation>
    </message>
    <message>
        <source>All {n} lanes share {percent:.0f} % of their power, as against one common reference.</source>
        <translation>Alle {n} Spuren teilen {percent:.0f} % ihrer Leistung, wie gegen eine gemeinsame Referenz gemessen.</translation>
    </message>
    <message>
        <source>Allergy to cow&apos;s milk protein.</source>
        <translation>Allergie gegen Kuhmilcheiweiß.</translation>
    </message>
    <message>
        <source>Allergy to cow&apos;s milk protein: it holds lactose.</source>
        <translation>Kuhmilcheiweißallergie: Das Präparat enthält Lactose.</translation>
    </message>
    <message>
        <source>Aminoglycosides, curare-like agents, anticholinergics, muscle relaxants, other botulinum toxin.</source>
        <translation>Aminoglykoside, curareartige Mittel, Anticholinergika, Muskelrelaxanzien, anderes Botulinumtoxin.</translation>
    </message>
    <message>
        <source>Aminoglycosides.</source>
        <translation>Aminoglykoside.</translation>
    </message>
    <message>
        <source>An FDA guideline of 2022 wants doses by muscle mass and subtlety.</source>
        <translation>Eine FDA-Leitlinie von 2022 will Dosen nach Muskelmasse und Feinheit.</translation>
    </message>
    <message>
        <source>An RMS window of {rms_ms:g} ms was asked for.</source>
        <translation>Verlangt wurde ein RMS-Fenster von {rms_ms:g} ms.</translation>
    </message>
    <message>
        <source>An age is whole years, at most 130.</source>
        <translation>Ein Alter sind ganze Jahre, höchstens 130.</translation>
    </message>
    <message>
        <source>An answer to each of the six questions.</source>
        <translation>Eine Antwort auf jede der sechs Fragen.</translation>
    </message>
    <message>
        <source>An electrode comes off</source>
        <translation>Eine Elektrode löst sich</translation>
    </message>
    <message>
        <source>An event needs a name of 1 to {most} letters.</source>
        <translation>Ein Ereignis braucht einen Namen von 1 bis {most} Zeichen.</translation>
    </message>
    <message>
        <source>An export is being written.</source>
        <translation>Ein Export wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>An uneven frown</source>
        <translation>Ein ungleiches Stirnrunzeln</translation>
    </message>
    <message>
        <source>Anatomy altered by surgery.</source>
        <translation>Durch eine Operation veränderte Anatomie.</translation>
    </message>
    <message>
        <source>Another board answers: {after} &apos;{after_serial}&apos; instead of {before} &apos;{before_serial}&apos;.</source>
        <translation>Ein anderes Board antwortet: {after} „{after_serial}“ statt {before} „{before_serial}“.</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>Ein anderer Ordner …</translation>
    </message>
    <message>
        <source>Another measurement with a smaller asymmetry, or with a wider repeatability.</source>
        <translation>Eine andere Messung mit kleinerer Asymmetrie oder mit weiterem Wiederholbereich.</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Andere Person</translation>
    </message>
    <message>
        <source>Another place for the record</source>
        <translation>Anderer Ort für die Aufzeichnung</translation>
    </message>
    <message>
        <source>Another plan: a point above its bound, an unexplained gap between the sides, or an amount that the syringe cannot deliver.</source>
        <translation>Ein anderer Plan: ein Punkt über seiner Grenze, ein unerklärter Unterschied der Seiten oder eine Menge, die die Spritze nicht abmessen kann.</translation>
    </message>
    <message>
        <source>Another plan: every point, side and region within its bound.</source>
        <translation>Ein anderer Plan: jeder Punkt, jede Seite und jede Region innerhalb ihrer Grenze.</translation>
    </message>
    <message>
        <source>Another program reads {port} too: {holders!s}.</source>
        <translation>Ein anderes Programm liest {port} mit: {holders!s}.</translation>
    </message>
    <message>
        <source>Another syringe or dilution, or amounts in whole graduations.</source>
        <translation>Eine andere Spritze oder Verdünnung, oder Mengen in ganzen Teilstrichen.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer in Prepare (F1).</source>
        <translation>In Vorbereiten (F1) beantworten.</translation>
    </message>
    <message>
        <source>Any fault, as: bridge 3 4, then Enter</source>
        <translation>Jeder Fehler, wie: bridge 3 4, dann Eingabe</translation>
    </message>
    <message>
        <source>Any in 22.3 % of the glabella (placebo 16.6 %) and 6.2 % beside the eyes (2.9 %). Very common in the glabella: headache, reactions where it was injected; common: weak brow, drooping lid; beside the eyes common: swollen lid.</source>
        <translation>Irgendeine bei 22,3 % an der Glabella (Placebo 16,6 %) und 6,2 % neben den Augen (2,9 %). Sehr häufig an der Glabella: Kopfschmerz, Reaktionen an der Einstichstelle; häufig: schwache Braue, hängendes Lid; neben den Augen häufig: geschwollenes Lid.</translation>
    </message>
    <message>
        <source>Anything: fixed label patterns only.</source>
        <translation>Irgendetwas: nur feste Schemata der Fachinformation.</translation>
    </message>
    <message>
        <source>As on {date!s}: {product} {amount}, {n} points</source>
        <translation>Wie am {date!s}: {product} {amount}, {n} Punkte</translation>
    </message>
    <message>
        <source>As with the corrugator: no published norm of the orbicularis oculi, so no suggestion from it.</source>
        <translation>Wie beim Corrugator: kein veröffentlichter Normwert des Orbicularis oculi, also kein Vorschlag daraus.</translation>
    </message>
    <message>
        <source>Ask a neurologist first; look for weakness of lids, eyes, swallowing and limbs.</source>
        <translation>Zuerst neurologisch abklären; auf Schwäche von Lidern, Augen, Schlucken und Gliedern achten.</translation>
    </message>
    <message>
        <source>Ask about swallowing, voice and breath, and watch a swallow.</source>
        <translation>Nach Schlucken, Stimme und Atmung fragen und beim Schlucken zusehen.</translation>
    </message>
    <message>
        <source>Ask again at the next start (Esc)</source>
        <translation>Beim nächsten Start wieder fragen (Esc)</translation>
    </message>
    <message>
        <source>Ask first, since the injection: {questions}.</source>
        <translation>Zuerst fragen, seit der Injektion: {questions}.</translation>
    </message>
    <message>
        <source>Ask for at most rate={rate}, fewer channels, or build the firmware for a faster baud.</source>
        <translation>Verlangen Sie höchstens rate={rate}, weniger Kanäle, oder bauen Sie die Firmware für eine schnellere Baudrate.</translation>
    </message>
    <message>
        <source>Ask for at most {most_hz:g} Hz or use a faster board.</source>
        <translation>Verlangen Sie höchstens {most_hz:g} Hz oder nehmen Sie ein schnelleres Board.</translation>
    </message>
    <message>
        <source>Ask for less.</source>
        <translation>Verlangen Sie weniger.</translation>
    </message>
    <message>
        <source>Ask for name, dose and when it was last taken: aminoglycosides, spectinomycin, curare-like medicines, anticholinergics, muscle relaxants.</source>
        <translation>Nach Name, Dosis und letzter Einnahme fragen: Aminoglykoside, Spectinomycin, curareartige Mittel, Anticholinergika, Muskelrelaxanzien.</translation>
    </message>
    <message>
        <source>Ask for product, areas, units and date; only units of one product add up.</source>
        <translation>Nach Präparat, Regionen, Einheiten und Datum fragen; nur Einheiten desselben Präparats lassen sich zusammenzählen.</translation>
    </message>
    <message>
        <source>Ask for {shortest_ms:g} to {longest_ms:g} ms.</source>
        <translation>Verlangen Sie {shortest_ms:g} bis {longest_ms:g} ms.</translation>
    </message>
    <message>
        <source>Ask its author to mend the entry point.</source>
        <translation>Bitten Sie den Urheber, den Entry Point zu richten.</translation>
    </message>
    <message>
        <source>Ask the administrator for read and write access.</source>
        <translation>Bitten Sie den Administrator um Lese- und Schreibrecht.</translation>
    </message>
    <message>
        <source>Ask the patient for an expression</source>
        <translation>Den Patienten um einen Ausdruck bitten</translation>
    </message>
    <message>
        <source>Asked for: {expression}</source>
        <translation>Gebeten um: {expression}</translation>
    </message>
    <message>
        <source>Asked, nothing found: {n} questions.</source>
        <translation>Gefragt, ohne Befund: {n} Fragen.</translation>
    </message>
    <message>
        <source>Asked, nothing found: {questions!s}.</source>
        <translation>Gefragt, ohne Befund: {questions!s}.</translation>
    </message>
    <message>
        <source>Asymmetry from weakness reverses the naive rule.</source>
        <translation>Asymmetrie durch Schwäche kehrt die einfache Regel um.</translation>
    </message>
    <message>
        <source>Asymmetry index in percent; positive: more on the left</source>
        <translation>Asymmetrieindex in Prozent; positiv: links mehr</translation>
    </message>
    <message>
        <source>At most {most_channels} channels, {most_fs_hz:g} Hz and 24 h can be read.</source>
        <translation>Höchstens {most_channels} Kanäle, {most_fs_hz:g} Hz und 24 h können gelesen werden.</translation>
    </message>
    <message>
        <source>At most {units} units in one point, in whole graduations of this syringe; the region stays within label or studied.</source>
        <translation>Höchstens {units} Einheiten in einen Punkt, in ganzen Teilstrichen dieser Spritze; der Bereich bleibt innerhalb von Fachinformation oder Studie.</translation>
    </message>
    <message>
        <source>BDF+: every count of the board</source>
        <translation>BDF+: jeder Zählwert des Boards</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Back [⌫]</source>
        <translation>Zurück [⌫]</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Battery only</source>
        <translation>Nur Batterie</translation>
    </message>
    <message>
        <source>Beats arrive {beats:.0f} times a minute: the heart.</source>
        <translation>Schläge kommen {beats:.0f}-mal je Minute: das Herz.</translation>
    </message>
    <message>
        <source>Beats raise every resting value and every weak contraction.</source>
        <translation>Schläge heben jeden Ruhewert und jede schwache Kontraktion.</translation>
    </message>
    <message>
        <source>Begin (Enter)</source>
        <translation>Beginnen (Eingabe)</translation>
    </message>
    <message>
        <source>Begin another.</source>
        <translation>Beginnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Begin it with an opening brace.</source>
        <translation>Beginnen Sie sie mit einer geschweiften Klammer.</translation>
    </message>
    <message>
        <source>Begin the visit (Enter)</source>
        <translation>Besuch beginnen (Eingabe)</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestes</translation>
    </message>
    <message>
        <source>Beyond 27 % fewer than 1 in 20 healthy people are found. That is a finding about the person, not about the dose: look at lids, nerve, history and electrodes.</source>
        <translation>Jenseits von 27 % findet man weniger als 1 von 20 Gesunden. Das ist ein Befund an der Person, nicht an der Dosis: sehen Sie nach Lidern, Nerv, Vorgeschichte und Elektroden.</translation>
    </message>
    <message>
        <source>Bite hard on the back teeth and hold</source>
        <translation>Fest auf die Backenzähne beißen und halten</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Board lost</source>
        <translation>Board verloren</translation>
    </message>
    <message>
        <source>Both lanes carry the same wave.</source>
        <translation>Beide Spuren tragen dieselbe Welle.</translation>
    </message>
    <message>
        <source>Both sides move together, so only a finger tells them apart. Tap each electrode as it is named: its own lane must answer, alone.</source>
        <translation>Beide Seiten bewegen sich zusammen, nur ein Finger unterscheidet sie. Tippen Sie jede Elektrode an, wenn sie genannt wird: ihre eigene Spur muss antworten, allein.</translation>
    </message>
    <message>
        <source>Both {site} and {other} answered.</source>
        <translation>{site} und {other} haben beide geantwortet.</translation>
    </message>
    <message>
        <source>Botulism or allergy. Emergency now; keep vial and lot.</source>
        <translation>Botulismus oder Allergie. Jetzt Notfall; Durchstechflasche und Charge aufbewahren.</translation>
    </message>
    <message>
        <source>Boxed warning: the effect may spread far from where it was injected.</source>
        <translation>Warnhinweis: die Wirkung kann sich weit vom Injektionsort ausbreiten.</translation>
    </message>
    <message>
        <source>BrainFlow asks there and nowhere else: run it as root, or in a network namespace.</source>
        <translation>BrainFlow fragt nur dort: Starten Sie es als root oder in einem eigenen Netzwerk-Namensraum.</translation>
    </message>
    <message>
        <source>BrainFlow board {address!r} is not a number.</source>
        <translation>BrainFlow-Board {address!r} ist keine Zahl.</translation>
    </message>
    <message>
        <source>BrainFlow has no board {board_id}.</source>
        <translation>BrainFlow hat kein Board {board_id}.</translation>
    </message>
    <message>
        <source>BrainFlow has no such board on this system.</source>
        <translation>BrainFlow hat auf diesem System kein solches Board.</translation>
    </message>
    <message>
        <source>BrainFlow lists no EMG rows for this board; its EEG rows are shown.</source>
        <translation>BrainFlow führt für dieses Board keine EMG-Zeilen; seine EEG-Zeilen werden gezeigt.</translation>
    </message>
    <message>
        <source>BrainFlow reports {code} for {place}.</source>
        <translation>BrainFlow meldet {code} für {place}.</translation>
    </message>
    <message>
        <source>BrainFlow&apos;s board {board_id} carries another board&apos;s data.</source>
        <translation>BrainFlows Board {board_id} trägt die Daten eines anderen Boards.</translation>
    </message>
    <message>
        <source>BrainFlow&apos;s playback board needs its file.</source>
        <translation>BrainFlows Wiedergabe-Board braucht seine Datei.</translation>
    </message>
    <message>
        <source>BrainFlow&apos;s {board} has no EMG channels.</source>
        <translation>BrainFlows {board} hat keine EMG-Kanäle.</translation>
    </message>
    <message>
        <source>Broad jaw, chews on the left. Even plan for both masseters.</source>
        <translation>Breiter Kiefer, kaut links. Gleicher Plan für beide Masseter.</translation>
    </message>
    <message>
        <source>Brow asymmetry: shift, or leave?</source>
        <translation>Ungleiche Brauen: verschieben oder lassen?</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Gebaut auf</translation>
    </message>
    <message>
        <source>Bulging, spread to risorius, a changed smile.</source>
        <translation>Vorwölbung, Ausbreitung in den Risorius, verändertes Lächeln.</translation>
    </message>
    <message>
        <source>Bursts that nobody asked for, on one side, in eye and cheek at once, are a spasm. It belongs to a neurologist before it belongs to a syringe; abnormal EMG beforehand foretold weakness (S109).</source>
        <translation>Ausschläge, um die niemand bat, auf einer Seite, an Auge und Wange zugleich, sind ein Spasmus. Er gehört in die Neurologie, bevor er an eine Spritze kommt; ein auffälliges EMG davor sagte Schwäche voraus (S109).</translation>
    </message>
    <message>
        <source>By its own time stamps the sender runs at {stamped_hz:.1f} Hz, not at {declared_hz:g} Hz: no number, lock or suggestion holds.</source>
        <translation>Nach seinen eigenen Zeitstempeln läuft der Sender mit {stamped_hz:.1f} Hz, nicht mit {declared_hz:g} Hz: Keine Zahl, keine Sperrung und kein Vorschlag gilt.</translation>
    </message>
    <message>
        <source>By its times {name} holds {found_hz:.3g} samples a second: too few for EMG.</source>
        <translation>Nach ihren Zeiten enthält {name} {found_hz:.3g} Werte je Sekunde: zu wenige für EMG.</translation>
    </message>
    <message>
        <source>By its {width} columns this is a {board} at {fs_hz:g} Hz.</source>
        <translation>Nach seinen {width} Spalten ist dies ein {board} mit {fs_hz:g} Hz.</translation>
    </message>
    <message>
        <source>CSV: a table in µV</source>
        <translation>CSV: eine Tabelle in µV</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <source>Calibration refused. {why}</source>
        <translation>Kalibrierung abgelehnt. {why}</translation>
    </message>
    <message>
        <source>Cannot be noticed: {said!r}.</source>
        <translation>Das lässt sich nicht bemerken: {said!r}.</translation>
    </message>
    <message>
        <source>Cannot keep the attempt in {file!s}: {error!s}.</source>
        <translation>Der Versuch lässt sich nicht in {file!s} ablegen: {error!s}.</translation>
    </message>
    <message>
        <source>Cannot make the folder {folder!s}: {error!s}.</source>
        <translation>Der Ordner {folder!s} lässt sich nicht anlegen: {error!s}.</translation>
    </message>
    <message>
        <source>Cannot make the link {file!s}: {error!s}.</source>
        <translation>Der Verweis {file!s} lässt sich nicht anlegen: {error!s}.</translation>
    </message>
    <message>
        <source>Cannot read {file!s}: {error!s}.</source>
        <translation>{file!s} ist nicht lesbar: {error!s}.</translation>
    </message>
    <message>
        <source>Cannot write {file!s}.</source>
        <translation>{file!s} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Cannot write {file!s}: {error!s}.</source>
        <translation>{file!s} lässt sich nicht schreiben: {error!s}.</translation>
    </message>
    <message>
        <source>Cannot write {part!s}: {error!s}.</source>
        <translation>{part!s} lässt sich nicht schreiben: {error!s}.</translation>
    </message>
    <message>
        <source>Cannot write {path}: {why}.</source>
        <translation>{path} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>Cardiovascular disease.</source>
        <translation>Herz-Kreislauf-Erkrankung.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Case {id!r} did not end within {longest_s:g} s.</source>
        <translation>Der Fall {id!r} endete nicht binnen {longest_s:g} s.</translation>
    </message>
    <message>
        <source>Cases on a simulated patient, run as a treatment is and scored. A case opens a window of its own; this session goes on.</source>
        <translation>Fälle an einem simulierten Patienten, geführt wie eine Behandlung und bewertet. Ein Fall öffnet ein eigenes Fenster; diese Sitzung läuft weiter.</translation>
    </message>
    <message>
        <source>Caution on the label ({where}): {text}</source>
        <translation>Vorsicht laut Fachinformation ({where}): {text}</translation>
    </message>
    <message>
        <source>Caution with {product}: {condition}.</source>
        <translation>Vorsicht mit {product}: {condition}.</translation>
    </message>
    <message>
        <source>Change the montage file or the board.</source>
        <translation>Ändern Sie die Montagedatei oder das Board.</translation>
    </message>
    <message>
        <source>Channels count from 1.</source>
        <translation>Kanäle zählen ab 1.</translation>
    </message>
    <message>
        <source>Channels have different gains: {gains}.</source>
        <translation>Kanäle haben verschiedene Verstärkungen: {gains}.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Akte</translation>
    </message>
    <message>
        <source>Check baud=…, and which firmware the board has.</source>
        <translation>Prüfen Sie baud=… und welche Firmware das Board hat.</translation>
    </message>
    <message>
        <source>Check ground electrode and leads; keep mains cables and power supplies away.</source>
        <translation>Masseelektrode und Kabel prüfen; Netzkabel und Netzteile fernhalten.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Check its power switch, its battery and the distance to the dongle.</source>
        <translation>Prüfen Sie Schalter, Batterie und den Abstand zum Dongle.</translation>
    </message>
    <message>
        <source>Check its supply.</source>
        <translation>Prüfen Sie seine Stromversorgung.</translation>
    </message>
    <message>
        <source>Check that the board is switched on, charged and near its dongle.</source>
        <translation>Prüfen Sie, ob das Board eingeschaltet, geladen und nahe am Dongle ist.</translation>
    </message>
    <message>
        <source>Check that the dongle&apos;s switch is at GPIO 6, and that it is the right port.</source>
        <translation>Prüfen Sie, ob der Schalter des Dongles auf GPIO 6 steht und ob es der richtige Anschluss ist.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Check the baud rate and the firmware.</source>
        <translation>Prüfen Sie Baudrate und Firmware.</translation>
    </message>
    <message>
        <source>Check the baud rate, or use the driver that the board needs.</source>
        <translation>Prüfen Sie die Baudrate, oder nehmen Sie den Treiber, den das Board braucht.</translation>
    </message>
    <message>
        <source>Check the board&apos;s power, cable and radio.</source>
        <translation>Prüfen Sie Stromversorgung, Kabel und Funk des Boards.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Check the options behind the question mark.</source>
        <translation>Prüfen Sie die Optionen hinter dem Fragezeichen.</translation>
    </message>
    <message>
        <source>Check the port&apos;s name and choose a speed that it knows.</source>
        <translation>Prüfen Sie den Namen des Anschlusses und wählen Sie eine Geschwindigkeit, die er kennt.</translation>
    </message>
    <message>
        <source>Chews on the left.</source>
        <translation>Kaut links.</translation>
    </message>
    <message>
        <source>Choices: {title}</source>
        <translation>Auswahl: {title}</translation>
    </message>
    <message>
        <source>Choose a point of the side first.</source>
        <translation>Bitte zuerst einen Punkt der Seite wählen.</translation>
    </message>
    <message>
        <source>Choose a rate, as in --stream 1000, of: {rates}.</source>
        <translation>Wählen Sie eine Rate, wie in --stream 1000, von: {rates}.</translation>
    </message>
    <message>
        <source>Choose another --link.</source>
        <translation>Wählen Sie ein anderes --link.</translation>
    </message>
    <message>
        <source>Choose another board.</source>
        <translation>Wählen Sie ein anderes Board.</translation>
    </message>
    <message>
        <source>Choose another file or folder.</source>
        <translation>Wählen Sie eine andere Datei oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another file or printer.</source>
        <translation>Wählen Sie eine andere Datei oder einen anderen Drucker.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder or a shorter name.</source>
        <translation>Wählen Sie einen anderen Ordner oder einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>Wählen Sie einen anderen Ort dafür.</translation>
    </message>
    <message>
        <source>Choose another place for the record.</source>
        <translation>Wähle einen anderen Ort für die Aufzeichnung.</translation>
    </message>
    <message>
        <source>Choose another place… (Ctrl+Shift+S)</source>
        <translation>Anderen Ort wählen… (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Choose another port, or the driver of that board.</source>
        <translation>Wählen Sie einen anderen Anschluss oder den Treiber dieses Boards.</translation>
    </message>
    <message>
        <source>Choose another session.</source>
        <translation>Wählen Sie eine andere Sitzung.</translation>
    </message>
    <message>
        <source>Choose another stream</source>
        <translation>Anderen Datenstrom wählen</translation>
    </message>
    <message>
        <source>Choose another with --record.</source>
        <translation>Wählen Sie mit --record eine andere.</translation>
    </message>
    <message>
        <source>Choose another, or a PDF file.</source>
        <translation>Wählen Sie einen anderen oder eine PDF-Datei.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>Choose channels</source>
        <translation>Kanäle wählen</translation>
    </message>
    <message>
        <source>Choose of {names!s}.</source>
        <translation>Zur Wahl: {names!s}.</translation>
    </message>
    <message>
        <source>Choose one by name or number: --stream {first!r}.</source>
        <translation>Wählen Sie einen nach Namen oder Nummer: --stream {first!r}.</translation>
    </message>
    <message>
        <source>Choose person and board</source>
        <translation>Person und Board wählen</translation>
    </message>
    <message>
        <source>Choose person and board (Ctrl+O)</source>
        <translation>Person und Board wählen (Strg+O)</translation>
    </message>
    <message>
        <source>Choose signals of one rate.</source>
        <translation>Wählen Sie Signale einer Rate.</translation>
    </message>
    <message>
        <source>Choose the amplifier&apos;s stream, not its markers.</source>
        <translation>Wählen Sie den Datenstrom des Verstärkers, nicht seine Marker.</translation>
    </message>
    <message>
        <source>Choose the vial first (V): the price is that of one vial.</source>
        <translation>Wählen Sie zuerst die Durchstechflasche (V): der Preis ist der einer Flasche.</translation>
    </message>
    <message>
        <source>Clean the skin under the {which} again, as on the other side.</source>
        <translation>Reinigen Sie die Haut unter {which} noch einmal, wie auf der anderen Seite.</translation>
    </message>
    <message>
        <source>Clean the skin, press the electrode on or change it, and measure again. A decision that rests on this signal would rest on nothing.</source>
        <translation>Reinigen Sie die Haut, drücken Sie die Elektrode an oder wechseln Sie sie, und messen Sie noch einmal. Eine Entscheidung aufgrund dieses Signals stünde auf nichts.</translation>
    </message>
    <message>
        <source>Clench your teeth and hold</source>
        <translation>Zähne zusammenbeißen und halten</translation>
    </message>
    <message>
        <source>Clinics with 3D imaging keep 92 % of their patients.</source>
        <translation>Praxen mit 3D-Aufnahmen behalten 92 % ihrer Patienten.</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close both eyes tightly and hold</source>
        <translation>Beide Augen fest schließen und halten</translation>
    </message>
    <message>
        <source>Close that one first.</source>
        <translation>Schließen Sie zuerst jenen.</translation>
    </message>
    <message>
        <source>Close that program, or stop its stream, first.</source>
        <translation>Schließen Sie zuerst jenes Programm, oder halten Sie seinen Datenstrom an.</translation>
    </message>
    <message>
        <source>Close that program.</source>
        <translation>Schließen Sie jenes Programm.</translation>
    </message>
    <message>
        <source>Close the program that has it open.</source>
        <translation>Schließen Sie das Programm, das es geöffnet hat.</translation>
    </message>
    <message>
        <source>Close the program that has the port open.</source>
        <translation>Schließen Sie das Programm, das den Anschluss geöffnet hat.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Common: reactions where it was injected, headache, drooping lid.</source>
        <translation>Häufig: Reaktionen an der Einstichstelle, Kopfschmerz, hängendes Lid.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Connect the one that was measured with, or begin a new measurement.</source>
        <translation>Schließen Sie das Board an, mit dem gemessen wurde, oder beginnen Sie eine neue Messung.</translation>
    </message>
    <message>
        <source>Connecting to the board.</source>
        <translation>Verbindung zum Board wird aufgebaut.</translation>
    </message>
    <message>
        <source>Consider the lagging side: {side} {muscle} ({region}). The first visit: {units} units of {product} there, lot {lot!s}. Off label: less than 3 months since treatment. Teaching only.</source>
        <translation>Die zurückbleibende Seite erwägen: {side} {muscle} ({region}). Der erste Besuch: dort {units} Einheiten {product}, Charge {lot!s}. Außerhalb der Zulassung: weniger als 3 Monate seit der Behandlung. Nur zur Lehre.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contact could not be measured: {why}</source>
        <translation>Der Kontakt konnte nicht gemessen werden: {why}</translation>
    </message>
    <message>
        <source>Contact is being measured; EMG is not read meanwhile.</source>
        <translation>Der Kontakt wird gemessen; EMG wird dabei nicht gelesen.</translation>
    </message>
    <message>
        <source>Contact is not measured over the WiFi shield: connect the Cyton by its dongle for it.</source>
        <translation>Über den WiFi-Shield wird kein Kontakt gemessen: verbinden Sie den Cyton dafür über seinen Dongle.</translation>
    </message>
    <message>
        <source>Contact is not measured while the board streams: the current is in the signal.</source>
        <translation>Der Kontakt wird nicht gemessen, während das Board sendet: der Strom ist im Signal.</translation>
    </message>
    <message>
        <source>Contract {muscle} on both sides and hold</source>
        <translation>{muscle} auf beiden Seiten anspannen und halten</translation>
    </message>
    <message>
        <source>Contraindication on the label ({where}): {text}</source>
        <translation>Kontraindikation laut Fachinformation ({where}): {text}</translation>
    </message>
    <message>
        <source>Convert it: rdsamp -r RECORD -c -H -v -p -P &gt; emg.csv, or mit2edf -r RECORD for EDF.</source>
        <translation>Wandeln Sie sie um: rdsamp -r RECORD -c -H -v -p -P &gt; emg.csv, oder mit2edf -r RECORD für EDF.</translation>
    </message>
    <message>
        <source>Correct that field.</source>
        <translation>Berichtigen Sie dieses Feld.</translation>
    </message>
    <message>
        <source>Correct that value.</source>
        <translation>Berichtigen Sie diesen Wert.</translation>
    </message>
    <message>
        <source>Correcting before day 14 risks too much.</source>
        <translation>Vor Tag 14 zu korrigieren wagt zu viel.</translation>
    </message>
    <message>
        <source>Country where the clinic is</source>
        <translation>Land der Praxis</translation>
    </message>
    <message>
        <source>Courses teach 0.5 to 1 unit more in the lower face and 1 to 2 units for a peaked brow. Labels say no treatment within 3 months, so any touch-up is off label.</source>
        <translation>Kurse lehren 0,5 bis 1 Einheit mehr im unteren Gesicht und 1 bis 2 Einheiten bei spitzer Braue. Fachinformationen sagen: keine Behandlung innerhalb von 3 Monaten, also ist jede Nachkorrektur off-label.</translation>
    </message>
    <message>
        <source>Crow&apos;s feet take 3 or 4 points.</source>
        <translation>Krähenfüße bekommen 3 oder 4 Punkte.</translation>
    </message>
    <message>
        <source>Crow&apos;s feet take 6 to 12 units per side.</source>
        <translation>Krähenfüße bekommen 6 bis 12 Einheiten je Seite.</translation>
    </message>
    <message>
        <source>Ctrl+A, Ctrl+C: copy   Ctrl+P: print</source>
        <translation>Strg+A, Strg+C: kopieren   Strg+P: drucken</translation>
    </message>
    <message>
        <source>Ctrl+E  nothing found in all the rest</source>
        <translation>Strg+E  sonst nichts gefunden</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Ctrl+⇧+Z</source>
        <translation>Strg+⇧+Z</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Cut it in parts.</source>
        <translation>Teilen Sie sie.</translation>
    </message>
    <message>
        <source>Cyton with Daisy samples at 125 Hz and passes 46 Hz: most of the EMG (20 to 450 Hz) is not in these data. Use the Cyton alone (65 Hz), or the WiFi shield (1000 Hz).</source>
        <translation>Cyton mit Daisy misst mit 125 Hz und lässt bis 46 Hz durch: das meiste EMG (20 bis 450 Hz) ist nicht in diesen Daten. Nehmen Sie den Cyton allein (65 Hz) oder den WiFi-Shield (1000 Hz).</translation>
    </message>
    <message>
        <source>D takes a quick look at one pair, in half a minute; nothing rests on it.</source>
        <translation>D wirft in einer halben Minute einen kurzen Blick auf ein Paar; nichts beruht darauf.</translation>
    </message>
    <message>
        <source>DECIDED</source>
        <translation>ENTSCHIEDEN</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Dunkel oder hell</translation>
    </message>
    <message>
        <source>Date of treatment: {date!s}</source>
        <translation>Tag der Behandlung: {date!s}</translation>
    </message>
    <message>
        <source>Date, signature:</source>
        <translation>Datum, Unterschrift:</translation>
    </message>
    <message>
        <source>Day {day}. {region}: review from day {first}; the full effect may take until day {full}.</source>
        <translation>Tag {day}. {region}: Kontrolle ab Tag {first}; die volle Wirkung kann bis Tag {full} brauchen.</translation>
    </message>
    <message>
        <source>Day {day}. {region}: review its activity from day {first} and its shape from day {shape}; the full effect may take until day {full}.</source>
        <translation>Tag {day}. {region}: Aktivität ab Tag {first} kontrollieren, die Form ab Tag {shape}; die volle Wirkung kann bis Tag {full} brauchen.</translation>
    </message>
    <message>
        <source>Day {day}: the label&apos;s interval is {months} months ({interval} days); any earlier touch-up is off label.</source>
        <translation>Tag {day}: der Abstand der Fachinformation ist {months} Monate ({interval} Tage); jede frühere Nachkorrektur ist off-label.</translation>
    </message>
    <message>
        <source>Day {day}: {muscle} {side}, {units:g} units: {low} to {high} % of its activity remains.</source>
        <translation>Tag {day}: {muscle} {side}, {units:g} Einheiten: {low} bis {high} % der Aktivität bleiben.</translation>
    </message>
    <message>
        <source>Debrief: {title}</source>
        <translation>Nachbesprechung: {title}</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Decide (Enter)</source>
        <translation>Entscheiden (Eingabe)</translation>
    </message>
    <message>
        <source>Decide (F8)</source>
        <translation>Entscheiden (F8)</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Declared in {units}, which is no voltage: taken as µV as it stands. Say what it is: --unit 1=mV.</source>
        <translation>Angegeben in {units}, was keine Spannung ist: wie es dasteht als µV genommen. Sagen Sie, was es ist: --unit 1=mV.</translation>
    </message>
    <message>
        <source>Deep scars of the skin.</source>
        <translation>Tiefe Narben der Haut.</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Depth or anterior points changed because of surface EMG.</source>
        <translation>Tiefe oder vordere Punkte wurden wegen des Oberflächen-EMG geändert.</translation>
    </message>
    <message>
        <source>Design the filters for the rate of the stream.</source>
        <translation>Entwerfen Sie die Filter für die Rate des Datenstroms.</translation>
    </message>
    <message>
        <source>Device {name!r} has no option {key!r}.</source>
        <translation>Das Gerät {name!r} hat keine Option {key!r}.</translation>
    </message>
    <message>
        <source>Device {name!r} is no driver: {target} is not a subclass of Device.</source>
        <translation>Das Gerät {name!r} ist kein Treiber: {target} ist keine Unterklasse von Device.</translation>
    </message>
    <message>
        <source>Device {name!r} needs a library that is missing ({error}).</source>
        <translation>Dem Gerät {name!r} fehlt eine Bibliothek ({error}).</translation>
    </message>
    <message>
        <source>Device {text!r} has no name.</source>
        <translation>Das Gerät {text!r} hat keinen Namen.</translation>
    </message>
    <message>
        <source>Distant spread or allergy. Emergency now.</source>
        <translation>Ausbreitung in die Ferne oder Allergie. Jetzt Notfall.</translation>
    </message>
    <message>
        <source>Distant spread. Emergency now.</source>
        <translation>Ausbreitung in die Ferne. Jetzt Notfall.</translation>
    </message>
    <message>
        <source>Distant spread. Emergency now; nothing by mouth.</source>
        <translation>Ausbreitung in die Ferne. Jetzt Notfall; nichts essen oder trinken lassen.</translation>
    </message>
    <message>
        <source>Do not give it.</source>
        <translation>Nicht geben.</translation>
    </message>
    <message>
        <source>Do not give it; it holds cow&apos;s milk protein.</source>
        <translation>Nicht geben; es enthält Kuhmilcheiweiß.</translation>
    </message>
    <message>
        <source>Do not rely on this file; restore it from a copy.</source>
        <translation>Verlassen Sie sich nicht auf diese Datei; stellen Sie sie aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>Does the brow hold the lids up? Lift the skin by hand and look again.</source>
        <translation>Hält die Braue die Lider hoch? Die Haut mit der Hand anheben und noch einmal hinsehen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Dosing is off, the signals stay on. Install the program again.</source>
        <translation>Das Dosieren ist aus, die Signale bleiben. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Dosing is off: the tables cannot be used</source>
        <translation>Das Dosieren ist aus: die Tabellen sind nicht brauchbar</translation>
    </message>
    <message>
        <source>Dosing is off: {why}</source>
        <translation>Das Dosieren ist aus: {why}</translation>
    </message>
    <message>
        <source>Dosing is off; see the notes of this session.</source>
        <translation>Das Dosieren ist aus; siehe die Hinweise dieser Sitzung.</translation>
    </message>
    <message>
        <source>Drag a point, or move it with the arrow keys; , and . choose another.</source>
        <translation>Ziehen Sie einen Punkt oder bewegen Sie ihn mit den Pfeiltasten; , und . wählen einen anderen.</translation>
    </message>
    <message>
        <source>Draw up</source>
        <translation>Aufziehen</translation>
    </message>
    <message>
        <source>Duration does rise a little with dose (at 4 months 33 % had relapsed after 20 units, 30 % after 30 units, 28 % after 40 units; 40 units lasted a median of 24.0 against 19.7 weeks), but nothing happens at 25 units, and more than 20 units is off label.</source>
        <translation>Die Dauer steigt etwas mit der Dosis (nach 4 Monaten hatten 33 % nach 20 Einheiten einen Rückfall, 30 % nach 30 Einheiten, 28 % nach 40 Einheiten; 40 Einheiten hielten im Median 24,0 gegen 19,7 Wochen), aber bei 25 Einheiten geschieht nichts, und mehr als 20 Einheiten sind off-label.</translation>
    </message>
    <message>
        <source>EARLIER VISITS</source>
        <translation>FRÜHERE BESUCHE</translation>
    </message>
    <message>
        <source>EARLIER VISITS of {label!s}</source>
        <translation>FRÜHERE BESUCHE von {label!s}</translation>
    </message>
    <message>
        <source>EDF and BDF cannot hold {fs_hz:g} samples per second.</source>
        <translation>EDF und BDF können {fs_hz:g} Messwerte je Sekunde nicht fassen.</translation>
    </message>
    <message>
        <source>EDF and BDF cannot hold {uv:g} µV.</source>
        <translation>EDF und BDF können {uv:g} µV nicht fassen.</translation>
    </message>
    <message>
        <source>EDF+: 16 bits, for programs that know no BDF</source>
        <translation>EDF+: 16 Bit, für Programme, die BDF nicht kennen</translation>
    </message>
    <message>
        <source>EMG cannot read this effect.</source>
        <translation>EMG kann diese Wirkung nicht lesen.</translation>
    </message>
    <message>
        <source>EMG guidance makes the distribution even.</source>
        <translation>EMG-Führung macht die Verteilung gleichmäßig.</translation>
    </message>
    <message>
        <source>EMG of this region says nothing of it.</source>
        <translation>Das EMG dieser Region sagt darüber nichts.</translation>
    </message>
    <message>
        <source>EMG tells that the tip lies in active muscle. No trial in the face shows an evener effect.</source>
        <translation>EMG sagt, dass die Spitze in aktivem Muskel liegt. Keine Studie im Gesicht zeigt eine gleichmäßigere Wirkung.</translation>
    </message>
    <message>
        <source>Each lies within the other&apos;s interval.</source>
        <translation>Jede liegt im Bereich der anderen.</translation>
    </message>
    <message>
        <source>Each muscle&apos;s own task three times, in turn, left and right together. From the second on, hold both bars at the outer line.</source>
        <translation>Die eigene Aufgabe jedes Muskels dreimal, im Wechsel, links und rechts zusammen. Ab der zweiten beide Balken an der äußeren Linie halten.</translation>
    </message>
    <message>
        <source>Each number is above zero.</source>
        <translation>Jede Zahl ist größer als null.</translation>
    </message>
    <message>
        <source>Each side in % of its own baseline</source>
        <translation>Jede Seite in % ihrer eigenen Ausgangslage</translation>
    </message>
    <message>
        <source>Each to ±{percent:.0f} %.</source>
        <translation>Jedes auf ±{percent:.0f} %.</translation>
    </message>
    <message>
        <source>Earlier surgery of the face.</source>
        <translation>Frühere Operation im Gesicht.</translation>
    </message>
    <message>
        <source>Earlier surgery of the face: examine, no units.</source>
        <translation>Frühere Operation im Gesicht: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>Earlier visits of this person, if any, are not known: the disk of {folder!s} did not answer. Ask about earlier treatments.</source>
        <translation>Frühere Termine dieser Person, falls es welche gibt, sind nicht bekannt: der Datenträger von {folder!s} hat nicht geantwortet. Nach früheren Behandlungen fragen.</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>Ändern
(E)</translation>
    </message>
    <message>
        <source>Effort of each muscle, % of its maximum</source>
        <translation>Anstrengung jedes Muskels, % seines Höchstwerts</translation>
    </message>
    <message>
        <source>Effort of {muscle} {side}, percent</source>
        <translation>Anstrengung von {muscle} {side}, Prozent</translation>
    </message>
    <message>
        <source>Eight electrode pairs are on: forehead, brow, eye and cheek, left and right. Watch the calibration and say whether you may go on.</source>
        <translation>Acht Elektrodenpaare sitzen: Stirn, Braue, Auge und Wange, links und rechts. Beobachten Sie die Kalibrierung und sagen Sie, ob es weitergehen darf.</translation>
    </message>
    <message>
        <source>Electrode off</source>
        <translation>Elektrode ab</translation>
    </message>
    <message>
        <source>Electrode pair</source>
        <translation>Elektrodenpaar</translation>
    </message>
    <message>
        <source>Electrode {n} of {all}. EMG is not read meanwhile.</source>
        <translation>Elektrode {n} von {all}. EMG wird dabei nicht gelesen.</translation>
    </message>
    <message>
        <source>Electrodes</source>
        <translation>Elektroden</translation>
    </message>
    <message>
        <source>Electrodes re-seated: calibrate again.</source>
        <translation>Elektroden neu gesetzt: noch einmal kalibrieren.</translation>
    </message>
    <message>
        <source>Electrodes sit at another angle, distance or place, or their skin contact differs.</source>
        <translation>Elektroden sitzen in anderem Winkel, Abstand oder an anderem Ort, oder ihr Hautkontakt ist verschieden.</translation>
    </message>
    <message>
        <source>Electrodes: re-seat both, tap each lead, measure again.</source>
        <translation>Elektroden: beide neu setzen, jede Ableitung antippen, noch einmal messen.</translation>
    </message>
    <message>
        <source>Emergency number (country not set): {numbers!s}.</source>
        <translation>Notruf (Land nicht gewählt): {numbers!s}.</translation>
    </message>
    <message>
        <source>Emergency number: {number!s}. Report it to {whom!s}.</source>
        <translation>Notruf: {number!s}. Melden an: {whom!s}.</translation>
    </message>
    <message>
        <source>End of range</source>
        <translation>Am Anschlag</translation>
    </message>
    <message>
        <source>Enough of the effort that holds the lid up remains.</source>
        <translation>Von der Anstrengung, die das Lid oben hält, bleibt genug.</translation>
    </message>
    <message>
        <source>Enter 0 or more.</source>
        <translation>Geben Sie 0 oder mehr ein.</translation>
    </message>
    <message>
        <source>Enter a plan first: a suggestion answers a plan.</source>
        <translation>Geben Sie zuerst einen Plan ein: ein Vorschlag antwortet auf einen Plan.</translation>
    </message>
    <message>
        <source>Enter it.</source>
        <translation>Geben Sie es ein.</translation>
    </message>
    <message>
        <source>Enter next   ⌫ back   D again   L lanes   U unfiltered   + − trace</source>
        <translation>Eingabe weiter   ⌫ zurück   D noch einmal   L Spuren   U ungefiltert   + − Spur</translation>
    </message>
    <message>
        <source>Enter takes, Esc leaves it as it was.</source>
        <translation>Eingabe übernimmt, Esc lässt es, wie es war.</translation>
    </message>
    <message>
        <source>Enter: choose person and board   F1 Prepare   F4 Inject   F5 Review</source>
        <translation>Eingabe: Person und Board wählen   F1 Vorbereiten   F4 Injizieren   F5 Nachsehen</translation>
    </message>
    <message>
        <source>Equal doses made uneven brows more even in 115 people (83 ended within 1 mm). Deep or shallow made no difference. Patterns moved the brow by 0.6 to 2.1 mm; no study gives millimetres per unit.</source>
        <translation>Gleiche Dosen machten bei 115 Menschen ungleiche Brauen gleicher (83 endeten innerhalb von 1 mm). Tief oder flach machte keinen Unterschied. Schemata bewegten die Braue um 0,6 bis 2,1 mm; keine Studie gibt Millimeter je Einheit an.</translation>
    </message>
    <message>
        <source>Even out the sides</source>
        <translation>Seiten angleichen</translation>
    </message>
    <message>
        <source>Evenhand is for training and research. It is not a medical device and has not been cleared or approved by any authority.</source>
        <translation>Evenhand dient Ausbildung und Forschung. Es ist kein Medizinprodukt und von keiner Behörde zugelassen oder freigegeben.</translation>
    </message>
    <message>
        <source>Evenhand – training</source>
        <translation>Evenhand – Übung</translation>
    </message>
    <message>
        <source>Every lane hums from the same moment.</source>
        <translation>Alle Spuren brummen vom selben Augenblick an.</translation>
    </message>
    <message>
        <source>Every number would stand under a wrong name.</source>
        <translation>Jede Zahl stünde unter falschem Namen.</translation>
    </message>
    <message>
        <source>Every site is good and the calibration was accepted.</source>
        <translation>Jede Messstelle ist gut und die Kalibrierung wurde angenommen.</translation>
    </message>
    <message>
        <source>Everything is mended; what was unplugged is still to be plugged in.</source>
        <translation>Alles ist behoben; was ausgesteckt war, muss noch eingesteckt werden.</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Examination: Y yes, N no, Backspace not asked, Ctrl+E nothing found in the rest</source>
        <translation>Untersuchung: Y ja, N nein, Rücktaste nicht gefragt, Strg+E sonst nichts gefunden</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Examine and refer; this is not a cosmetic finding.</source>
        <translation>Untersuchen und überweisen; das ist kein kosmetischer Befund.</translation>
    </message>
    <message>
        <source>Examine both halves of the face and the closing of the eyes; do not even out sides in any region.</source>
        <translation>Beide Gesichtshälften und den Lidschluss untersuchen; in keiner Region die Seiten angleichen.</translation>
    </message>
    <message>
        <source>Examine first</source>
        <translation>Zuerst untersuchen</translation>
    </message>
    <message>
        <source>Examine the lids before any unit goes into this forehead.</source>
        <translation>Untersuchen Sie die Lider, bevor eine Einheit in diese Stirn kommt.</translation>
    </message>
    <message>
        <source>Examine the nerve: eye to mouth, mouth to eye, brow to eye.</source>
        <translation>Untersuchen Sie den Nerv: Auge zu Mund, Mund zu Auge, Braue zu Auge.</translation>
    </message>
    <message>
        <source>Examine, and talk about the lid first.</source>
        <translation>Untersuchen Sie, und sprechen Sie zuerst über das Lid.</translation>
    </message>
    <message>
        <source>Exp.</source>
        <translation>Verf.</translation>
    </message>
    <message>
        <source>Expires {date}: not compared with today.</source>
        <translation>Verfall {date}: nicht mit heute verglichen.</translation>
    </message>
    <message>
        <source>Expiry, as printed on the vial</source>
        <translation>Verfall, wie auf der Flasche gedruckt</translation>
    </message>
    <message>
        <source>Export a session</source>
        <translation>Sitzung exportieren</translation>
    </message>
    <message>
        <source>Export as CSV.</source>
        <translation>Exportieren Sie als CSV.</translation>
    </message>
    <message>
        <source>Export it as CSV with a time column in seconds and the unit in each name.</source>
        <translation>Exportieren Sie sie als CSV mit einer Zeitspalte in Sekunden und der Einheit in jedem Namen.</translation>
    </message>
    <message>
        <source>Export it as EDF.</source>
        <translation>Exportieren Sie sie als EDF.</translation>
    </message>
    <message>
        <source>Export it from OpenSignals again, as text.</source>
        <translation>Exportieren Sie sie aus OpenSignals noch einmal, als Text.</translation>
    </message>
    <message>
        <source>Export it with decimal points, or with a semicolon between the columns.</source>
        <translation>Exportieren Sie sie mit Dezimalpunkten oder mit einem Semikolon zwischen den Spalten.</translation>
    </message>
    <message>
        <source>Export the file again.</source>
        <translation>Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Export the recording again.</source>
        <translation>Exportieren Sie die Aufzeichnung noch einmal.</translation>
    </message>
    <message>
        <source>Export to another folder or disk.</source>
        <translation>Exportieren Sie in einen anderen Ordner oder auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>Eyes that squint unalike</source>
        <translation>Augen, die ungleich zusammenkneifen</translation>
    </message>
    <message>
        <source>F1 to F5 are the phases of a treatment, in order. Most visits need no board.</source>
        <translation>F1 bis F5 sind die Phasen einer Behandlung, der Reihe nach. Die meisten Besuche brauchen kein Board.</translation>
    </message>
    <message>
        <source>F1 to F{last}: the phases of a treatment, in order</source>
        <translation>F1 bis F{last}: die Phasen einer Behandlung, der Reihe nach</translation>
    </message>
    <message>
        <source>F7 notice   F8 decide   F9 take back   F11 instructor</source>
        <translation>F7 bemerken   F8 entscheiden   F9 zurücknehmen   F11 Lehrkraft</translation>
    </message>
    <message>
        <source>Face (F)</source>
        <translation>Gesicht (F)</translation>
    </message>
    <message>
        <source>Face map: the patient faces you</source>
        <translation>Gesichtskarte: der Patient sieht Sie an</translation>
    </message>
    <message>
        <source>Face map; the patient faces you</source>
        <translation>Gesichtskarte; der Patient sieht Sie an</translation>
    </message>
    <message>
        <source>Facial nerve: close, smile, whistle, frown, each side; a quiet side is not a strong other.</source>
        <translation>Gesichtsnerv: schließen, lächeln, pfeifen, Stirn runzeln, je Seite; eine stille Seite ist keine starke andere.</translation>
    </message>
    <message>
        <source>Far beyond the healthy 27 %.</source>
        <translation>Weit jenseits der gesunden 27 %.</translation>
    </message>
    <message>
        <source>Fault in words</source>
        <translation>Fehler in Worten</translation>
    </message>
    <message>
        <source>Faults, from now on</source>
        <translation>Fehler, ab jetzt</translation>
    </message>
    <message>
        <source>Filters and window are settling after a start, a gap or a rail.</source>
        <translation>Filter und Fenster schwingen nach Start, Lücke oder Anschlag ein.</translation>
    </message>
    <message>
        <source>Find the bad electrode</source>
        <translation>Finden Sie die schlechte Elektrode</translation>
    </message>
    <message>
        <source>Find the source and take it away before measuring.</source>
        <translation>Finden und entfernen Sie die Quelle, bevor Sie messen.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings of the plan</source>
        <translation>Befunde zum Plan</translation>
    </message>
    <message>
        <source>Fine skin over the right brow after a graze in childhood.</source>
        <translation>Zarte Haut über der rechten Braue nach einer Schürfwunde in der Kindheit.</translation>
    </message>
    <message>
        <source>Firmware &apos;{firmware}&apos; is unknown.</source>
        <translation>Firmware „{firmware}“ ist unbekannt.</translation>
    </message>
    <message>
        <source>First 6 s of rest.</source>
        <translation>Zuerst 6 s Ruhe.</translation>
    </message>
    <message>
        <source>First canthal point 1.5 to 2 cm lateral of the canthus.</source>
        <translation>Erster Punkt am Augenwinkel 1,5 bis 2 cm seitlich des Canthus.</translation>
    </message>
    <message>
        <source>First: {what}</source>
        <translation>Zuerst: {what}</translation>
    </message>
    <message>
        <source>Fix the leads so that they do not pull; wait a second.</source>
        <translation>Befestigen Sie die Kabel so, dass sie nicht ziehen; warten Sie eine Sekunde.</translation>
    </message>
    <message>
        <source>Fixed label patterns only.</source>
        <translation>Nur feste Schemata der Fachinformation.</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Flach</translation>
    </message>
    <message>
        <source>Folder of session files (next start)</source>
        <translation>Ordner der Sitzungsdateien (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Nachkontrolle</translation>
    </message>
    <message>
        <source>For an EMG shift, all of it: a muscle with a published healthy range, 5 bilateral repetitions, electrodes re-seated and 5 more, tap test passed, quality good on both sides, both repeatability intervals beyond the dead band and none beyond 50 %, and one graduation of at most 10 % of the smaller side.</source>
        <translation>Für eine EMG-Verschiebung alles davon: ein Muskel mit veröffentlichtem gesundem Bereich, 5 beidseitige Wiederholungen, Elektroden neu gesetzt und 5 weitere, Tipptest bestanden, Qualität auf beiden Seiten gut, beide Wiederholbereiche jenseits der Totzone und keiner jenseits von 50 %, und ein Teilstrich von höchstens 10 % der kleineren Seite.</translation>
    </message>
    <message>
        <source>Forehead lines, even plan. &quot;I always look so surprised,&quot; the person says. Watch the rest too.</source>
        <translation>Stirnfalten, gleicher Plan. „Ich sehe immer so überrascht aus“, sagt die Person. Beachten Sie auch die Ruhe.</translation>
    </message>
    <message>
        <source>Forehead treated 7 days ago, here.</source>
        <translation>Stirn vor 7 Tagen behandelt, hier.</translation>
    </message>
    <message>
        <source>Forehead, 18 left and 22 right; the plan says why. The measurement shows little.</source>
        <translation>Stirn, 18 links und 22 rechts; der Plan sagt, warum. Die Messung zeigt wenig.</translation>
    </message>
    <message>
        <source>Forehead, 8 units each side and 4 in the middle. The left forehead is a little livelier on the screen. Shift a unit?</source>
        <translation>Stirn, 8 Einheiten je Seite und 4 in der Mitte. Die linke Stirn ist auf dem Bildschirm etwas lebhafter. Eine Einheit verschieben?</translation>
    </message>
    <message>
        <source>Forehead, even plan. The examination found a drooping lid on the left.</source>
        <translation>Stirn, gleicher Plan. Die Untersuchung fand links ein hängendes Lid.</translation>
    </message>
    <message>
        <source>Forehead, even plan. The left brow works far more than the right.</source>
        <translation>Stirn, gleicher Plan. Die linke Braue arbeitet weit mehr als die rechte.</translation>
    </message>
    <message>
        <source>Forehead, even plan. The questionnaire says: pregnant.</source>
        <translation>Stirn, gleicher Plan. Der Fragebogen sagt: schwanger.</translation>
    </message>
    <message>
        <source>Forehead, even plan. Watch the other lanes while the brows go up.</source>
        <translation>Stirn, gleicher Plan. Beachten Sie die anderen Spuren, während die Brauen hochgehen.</translation>
    </message>
    <message>
        <source>Four more</source>
        <translation>Vier weitere</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>From a plan file (O)</source>
        <translation>Aus einer Plandatei (O)</translation>
    </message>
    <message>
        <source>Frown and hold</source>
        <translation>Stirn runzeln und halten</translation>
    </message>
    <message>
        <source>Frown lines, even plan. The left corrugator answers more strongly.</source>
        <translation>Zornesfalten, gleicher Plan. Der linke Corrugator antwortet stärker.</translation>
    </message>
    <message>
        <source>Frown, pull the brows together, and hold</source>
        <translation>Stirn runzeln, Brauen zusammenziehen und halten</translation>
    </message>
    <message>
        <source>GIVEN</source>
        <translation>GEGEBEN</translation>
    </message>
    <message>
        <source>GIVEN: {product!s}, {vial!s}</source>
        <translation>GEGEBEN: {product!s}, {vial!s}</translation>
    </message>
    <message>
        <source>Gaps fall into contractions too. Mend the link and measure again.</source>
        <translation>Lücken fallen auch in Kontraktionen. Verbindung in Ordnung bringen und noch einmal messen.</translation>
    </message>
    <message>
        <source>Gel was used generously around the eyes.</source>
        <translation>Um die Augen wurde reichlich Gel verwendet.</translation>
    </message>
    <message>
        <source>Give a file, or one of {names!s}.</source>
        <translation>Nennen Sie eine Datei oder eines von {names!s}.</translation>
    </message>
    <message>
        <source>Give each site a channel of its own.</source>
        <translation>Geben Sie jeder Messstelle einen eigenen Kanal.</translation>
    </message>
    <message>
        <source>Give its channels and rate: ?channels=6&amp;fs_hz=250.</source>
        <translation>Geben Sie Kanäle und Rate an: ?channels=6&amp;fs_hz=250.</translation>
    </message>
    <message>
        <source>Give low before high.</source>
        <translation>Nennen Sie die untere Grenze vor der oberen.</translation>
    </message>
    <message>
        <source>Give scale_uv, µV per printed unit: 5 V / 1024 / gain 200 is scale_uv=24.4.</source>
        <translation>Geben Sie scale_uv an, µV je gedruckter Einheit: 5 V / 1024 / Verstärkung 200 ist scale_uv=24.4.</translation>
    </message>
    <message>
        <source>Give the path of a file.</source>
        <translation>Geben Sie den Pfad einer Datei an.</translation>
    </message>
    <message>
        <source>Give up  [Esc]</source>
        <translation>Aufgeben  [Esc]</translation>
    </message>
    <message>
        <source>Give {own} or less.</source>
        <translation>Geben Sie höchstens {own} an.</translation>
    </message>
    <message>
        <source>Give {own} or more.</source>
        <translation>Geben Sie mindestens {own} an.</translation>
    </message>
    <message>
        <source>Give {own} units or less.</source>
        <translation>Geben Sie höchstens {own} Einheiten.</translation>
    </message>
    <message>
        <source>Given (Space)</source>
        <translation>Gegeben (Leertaste)</translation>
    </message>
    <message>
        <source>Given at</source>
        <translation>Gegeben um</translation>
    </message>
    <message>
        <source>Given at {point!s}?</source>
        <translation>Gegeben an {point!s}?</translation>
    </message>
    <message>
        <source>Glabella over 20 and under 65; crow&apos;s feet from 18 and under 65.</source>
        <translation>Glabella über 20 und unter 65 Jahre; Krähenfüße ab 18 und unter 65 Jahre.</translation>
    </message>
    <message>
        <source>Go on with another board</source>
        <translation>Mit einem anderen Board weitermachen</translation>
    </message>
    <message>
        <source>Go on with this board</source>
        <translation>Mit diesem Board weitermachen</translation>
    </message>
    <message>
        <source>Go to Decide</source>
        <translation>Zum Entscheiden</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Goal: {goal}</source>
        <translation>Ziel: {goal}</translation>
    </message>
    <message>
        <source>Goal: {goal}; it changes no number.</source>
        <translation>Ziel: {goal}; es ändert keine Zahl.</translation>
    </message>
    <message>
        <source>Ground: as the board&apos;s maker says.</source>
        <translation>Erde: wie der Hersteller des Boards sagt.</translation>
    </message>
    <message>
        <source>Ground: pin D_G.</source>
        <translation>Erde: Pin D_G.</translation>
    </message>
    <message>
        <source>Ground: the bottom BIAS pin; the SRB pins stay empty.</source>
        <translation>Erde: der untere BIAS-Pin; die SRB-Pins bleiben frei.</translation>
    </message>
    <message>
        <source>HISTORICAL: from a recording</source>
        <translation>HISTORISCH: aus einer Aufzeichnung</translation>
    </message>
    <message>
        <source>Hand away</source>
        <translation>Hand weg</translation>
    </message>
    <message>
        <source>Headache 2 %, drooping lid under 1 %.</source>
        <translation>Kopfschmerz 2 %, hängendes Lid unter 1 %.</translation>
    </message>
    <message>
        <source>Headache 6 %, drooping lid 2 %, weak face 1 %.</source>
        <translation>Kopfschmerz 6 %, hängendes Lid 2 %, Gesichtsschwäche 1 %.</translation>
    </message>
    <message>
        <source>Healthy smiles differ by 17 % on average and up to 41 %. A usual smile is crooked.</source>
        <translation>Gesunde Lächeln unterscheiden sich um 17 % im Mittel und bis zu 41 %. Ein übliches Lächeln ist schief.</translation>
    </message>
    <message>
        <source>Hear cues and alarms</source>
        <translation>Anweisungen und Alarme hören</translation>
    </message>
    <message>
        <source>Hear the next site</source>
        <translation>Die nächste Messstelle hören</translation>
    </message>
    <message>
        <source>Hear the previous site</source>
        <translation>Die vorige Messstelle hören</translation>
    </message>
    <message>
        <source>Hear the selected site</source>
        <translation>Die gewählte Messstelle hören</translation>
    </message>
    <message>
        <source>Help for this screen</source>
        <translation>Hilfe zu diesem Bildschirm</translation>
    </message>
    <message>
        <source>Help: {screen!s}</source>
        <translation>Hilfe: {screen!s}</translation>
    </message>
    <message>
        <source>Hemifacial spasm; lower face active in tasks of the upper: {muscles}. Abnormal lower-face activity before treatment: published advice is a lower first dose (S109, research only). It may be a neighbour&apos;s signal: look.</source>
        <translation>Hemispasmus facialis; untere Gesichtshälfte bei Aufgaben der oberen aktiv: {muscles}. Auffällige Aktivität der unteren Gesichtshälfte vor der Behandlung: veröffentlichter Rat ist eine niedrigere erste Dosis (S109, nur Forschung). Es kann das Signal eines Nachbarn sein: hinsehen.</translation>
    </message>
    <message>
        <source>Here the cues follow their own course.</source>
        <translation>Hier folgen die Anweisungen ihrem eigenen Lauf.</translation>
    </message>
    <message>
        <source>Here the plan is made point by point, on the face map or in the table. The patient faces you: their right is on your left, on every screen.</source>
        <translation>Hier entsteht der Plan Punkt für Punkt, auf der Gesichtskarte oder in der Tabelle. Der Patient sieht Sie an: seine rechte Seite ist links von Ihnen, auf jedem Bildschirm.</translation>
    </message>
    <message>
        <source>History: surgery, injury, earlier toxin with dates and products.</source>
        <translation>Vorgeschichte: Operation, Verletzung, früheres Toxin mit Datum und Produkt.</translation>
    </message>
    <message>
        <source>Hold each for at least {seconds:g} s.</source>
        <translation>Halten Sie jede mindestens {seconds:g} s.</translation>
    </message>
    <message>
        <source>Hold it for at least {seconds:g} s.</source>
        <translation>Halten Sie es mindestens {seconds:g} s.</translation>
    </message>
    <message>
        <source>Holds and the place of the electrodes explain up to {least} %.</source>
        <translation>Haltungen und Sitz der Elektroden erklären bis zu {least} %.</translation>
    </message>
    <message>
        <source>How many samples a second has it?</source>
        <translation>Wie viele Werte je Sekunde hat sie?</translation>
    </message>
    <message>
        <source>How much more active the left is; minus means the right.</source>
        <translation>Um wie viel aktiver links ist; minus heißt rechts.</translation>
    </message>
    <message>
        <source>How much stronger the left is (+) or the right (−), in % of both together, and the interval within which a repetition would put it.</source>
        <translation>Um wie viel stärker links (+) oder rechts (−) ist, in % von beiden zusammen, und der Bereich, in den eine Wiederholung es legen würde.</translation>
    </message>
    <message>
        <source>Hum everywhere</source>
        <translation>Überall Brummen</translation>
    </message>
    <message>
        <source>Hum in all lanes at once comes from the room: a lamp, a charger, a chair. Battery power, short leads, a good ground on bone, and the charger out of the socket. Steady hum is followed and taken out; hum that comes and goes is left in each time until it is found again.</source>
        <translation>Brummen in allen Spuren zugleich kommt aus dem Raum: eine Lampe, ein Ladegerät, ein Stuhl. Batteriebetrieb, kurze Kabel, eine gute Erdung auf dem Knochen und das Ladegerät aus der Steckdose. Gleichmäßiges Brummen wird verfolgt und herausgenommen; Brummen, das kommt und geht, bleibt jedes Mal im Signal, bis es wieder gefunden ist.</translation>
    </message>
    <message>
        <source>Hum is taken out from now on. Calibrate again.</source>
        <translation>Brummen wird ab jetzt entfernt. Neu kalibrieren.</translation>
    </message>
    <message>
        <source>Hum of {hz:g} Hz is taken out from now on; calibrate again.</source>
        <translation>Brummen von {hz:g} Hz wird ab jetzt entfernt; neu kalibrieren.</translation>
    </message>
    <message>
        <source>Hypersensitivity to the product or to a botulinum toxin.</source>
        <translation>Überempfindlichkeit gegen das Produkt oder ein Botulinumtoxin.</translation>
    </message>
    <message>
        <source>Hz, as 2000</source>
        <translation>Hz, etwa 2000</translation>
    </message>
    <message>
        <source>I have read this (Enter)</source>
        <translation>Ich habe dies gelesen (Eingabe)</translation>
    </message>
    <message>
        <source>If they are no times, say the rate: --rate 1000.</source>
        <translation>Sind es keine Zeiten, geben Sie die Rate an: --rate 1000.</translation>
    </message>
    <message>
        <source>In 389 women doses fell with age except around the eye; in 58 people they rose with age and with the strength of the frown. No rule by skin thickness exists; labels name thick sebaceous skin as a caution.</source>
        <translation>Bei 389 Frauen sanken die Dosen mit dem Alter außer am Auge; bei 58 Menschen stiegen sie mit dem Alter und der Stärke des Stirnrunzelns. Eine Regel nach Hautdicke gibt es nicht; Fachinformationen nennen dicke, talgreiche Haut als Vorsichtshinweis.</translation>
    </message>
    <message>
        <source>In AcqKnowledge: File, Save as, Text, with the channel headers; open that.</source>
        <translation>In AcqKnowledge: File, Save as, Text, mit den Kopfzeilen der Kanäle; öffnen Sie diese.</translation>
    </message>
    <message>
        <source>In BrainVision Analyzer: Export, EDF; or in Python mne: raw.export(&apos;emg.edf&apos;).</source>
        <translation>In BrainVision Analyzer: Export, EDF; oder in Python mne: raw.export(&apos;emg.edf&apos;).</translation>
    </message>
    <message>
        <source>In Delsys File Utility or Trigno Discover: export one table of EMG with a time column (X[s]) as CSV, without other sensors.</source>
        <translation>In Delsys File Utility oder Trigno Discover: exportieren Sie eine Tabelle des EMG mit Zeitspalte (X[s]) als CSV, ohne andere Sensoren.</translation>
    </message>
    <message>
        <source>In Excel: Save as, CSV UTF-8; open that.</source>
        <translation>In Excel: Speichern unter, CSV UTF-8; öffnen Sie diese.</translation>
    </message>
    <message>
        <source>In LabVIEW or DIAdem: export it as CSV.</source>
        <translation>In LabVIEW oder DIAdem: exportieren Sie sie als CSV.</translation>
    </message>
    <message>
        <source>In MATLAB: writetable(table(t, left, right), &apos;emg.csv&apos;) with t in seconds; open that.</source>
        <translation>In MATLAB: writetable(table(t, left, right), &apos;emg.csv&apos;) mit t in Sekunden; öffnen Sie diese.</translation>
    </message>
    <message>
        <source>In Nexus: export the EMG devices alone, and delete the lines above the names; give --rate.</source>
        <translation>In Nexus: exportieren Sie nur die EMG-Geräte und löschen Sie die Zeilen über den Namen; geben Sie --rate an.</translation>
    </message>
    <message>
        <source>In OT BioLab+: File, Export, as CSV or EDF; open that.</source>
        <translation>In OT BioLab+: File, Export, als CSV oder EDF; öffnen Sie diese.</translation>
    </message>
    <message>
        <source>In Python: numpy.savetxt(&apos;emg.csv&apos;, array, delimiter=&apos;,&apos;, header=&apos;left,right&apos;).</source>
        <translation>In Python: numpy.savetxt(&apos;emg.csv&apos;, array, delimiter=&apos;,&apos;, header=&apos;left,right&apos;).</translation>
    </message>
    <message>
        <source>In Python: pandas.read_parquet(f).to_csv(&apos;emg.csv&apos;).</source>
        <translation>In Python: pandas.read_parquet(f).to_csv(&apos;emg.csv&apos;).</translation>
    </message>
    <message>
        <source>In Seoul in 2021, 18 against 22 units left one brow 1.5 mm higher.</source>
        <translation>In Seoul ließen 2021 18 gegen 22 Einheiten eine Braue 1,5 mm höher.</translation>
    </message>
    <message>
        <source>In Vicon Nexus, Qualisys or Mokka: export the analog channels as CSV.</source>
        <translation>In Vicon Nexus, Qualisys oder Mokka: exportieren Sie die analogen Kanäle als CSV.</translation>
    </message>
    <message>
        <source>In all {volume!s} into the face, {amount!s} with this syringe&apos;s graduation</source>
        <translation>Insgesamt {volume!s} ins Gesicht, {amount!s} mit dem Teilstrich dieser Spritze</translation>
    </message>
    <message>
        <source>In its program, or in Python with h5py, write the EMG as CSV with a time column.</source>
        <translation>Schreiben Sie das EMG in seinem Programm, oder in Python mit h5py, als CSV mit einer Zeitspalte.</translation>
    </message>
    <message>
        <source>In myoRESEARCH: Export, ASCII or CSV, raw EMG alone with the time column; open that.</source>
        <translation>In myoRESEARCH: Export, ASCII oder CSV, nur das rohe EMG mit der Zeitspalte; öffnen Sie diese.</translation>
    </message>
    <message>
        <source>In the Python that made it: write the array with numpy.savetxt or pandas to_csv.</source>
        <translation>In dem Python, das sie schrieb: schreiben Sie das Feld mit numpy.savetxt oder to_csv von pandas.</translation>
    </message>
    <message>
        <source>In this lane alone a hum of millivolts: nothing holds the electrode to the skin.</source>
        <translation>Nur in dieser Spur ein Brummen von Millivolt: nichts hält die Elektrode auf der Haut.</translation>
    </message>
    <message>
        <source>In which country is this used?</source>
        <translation>In welchem Land wird das Programm benutzt?</translation>
    </message>
    <message>
        <source>In which form?</source>
        <translation>In welcher Form?</translation>
    </message>
    <message>
        <source>Index; positive is more on the left</source>
        <translation>Index; positiv heißt links mehr</translation>
    </message>
    <message>
        <source>Infection at an injection site.</source>
        <translation>Infektion an einer Injektionsstelle.</translation>
    </message>
    <message>
        <source>Infection or inflammation at an injection site.</source>
        <translation>Infektion oder Entzündung an einer Injektionsstelle.</translation>
    </message>
    <message>
        <source>Infection or inflammation at an injection site: examine, no units.</source>
        <translation>Infektion oder Entzündung an einer Injektionsstelle: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>Inflammation at an injection site.</source>
        <translation>Entzündung an einer Einstichstelle.</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>Injizieren</translation>
    </message>
    <message>
        <source>Injection sheet</source>
        <translation>Injektionsblatt</translation>
    </message>
    <message>
        <source>Injection sheet: Space or Enter ticks a point as given</source>
        <translation>Injektionsblatt: Leertaste oder Eingabe hakt einen Punkt als gegeben ab</translation>
    </message>
    <message>
        <source>Injector: {who!s}</source>
        <translation>Injiziert von: {who!s}</translation>
    </message>
    <message>
        <source>Inside the healthy range of 41 %.</source>
        <translation>Innerhalb des gesunden Bereichs von 41 %.</translation>
    </message>
    <message>
        <source>Inside the healthy range.</source>
        <translation>Innerhalb des gesunden Bereichs.</translation>
    </message>
    <message>
        <source>Install Evenhand anew.</source>
        <translation>Installieren Sie Evenhand neu.</translation>
    </message>
    <message>
        <source>Install it by: pip install evenhand[audio]. All else works without.</source>
        <translation>Installieren Sie es mit: pip install evenhand[audio]. Alles andere geht ohne.</translation>
    </message>
    <message>
        <source>Install it, or the extra of that name: pip install &apos;evenhand[lsl]&apos; for LSL.</source>
        <translation>Installieren Sie sie, oder das Extra dieses Namens: pip install &apos;evenhand[lsl]&apos; für LSL.</translation>
    </message>
    <message>
        <source>Install the package again that declares it.</source>
        <translation>Installieren Sie das Paket neu, das ihn anmeldet.</translation>
    </message>
    <message>
        <source>Instructor – simulated patient</source>
        <translation>Lehrkraft – simulierter Patient</translation>
    </message>
    <message>
        <source>Instructor&apos;s prompts</source>
        <translation>Anweisungen der Lehrkraft</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>In welchen Ordner?</translation>
    </message>
    <message>
        <source>Is a board behind it?</source>
        <translation>Ist ein Board dahinter?</translation>
    </message>
    <message>
        <source>Is every lane what a face at rest looks like? Say what you notice.</source>
        <translation>Ist jede Spur so, wie ein Gesicht in Ruhe aussieht? Sagen Sie, was Sie bemerken.</translation>
    </message>
    <message>
        <source>Is it a BrainFlow file?</source>
        <translation>Ist es eine BrainFlow-Datei?</translation>
    </message>
    <message>
        <source>Is it a file of the SD card?</source>
        <translation>Ist es eine Datei der SD-Karte?</translation>
    </message>
    <message>
        <source>Is it an EMG file?</source>
        <translation>Ist es eine EMG-Datei?</translation>
    </message>
    <message>
        <source>Is it the right port, and is the framed firmware on the board?</source>
        <translation>Ist es der richtige Anschluss, und ist die Framed-Firmware auf dem Board?</translation>
    </message>
    <message>
        <source>Is the Chords firmware on it? Newer boards need ?baud=230400.</source>
        <translation>Ist die Chords-Firmware darauf? Neuere Boards brauchen ?baud=230400.</translation>
    </message>
    <message>
        <source>Is the sketch running, and is it the right port?</source>
        <translation>Läuft der Sketch, und ist es der richtige Anschluss?</translation>
    </message>
    <message>
        <source>Is this computer in the shield&apos;s network, and is the shield switched on?</source>
        <translation>Ist dieser Rechner im Netz des Shields, und ist der Shield eingeschaltet?</translation>
    </message>
    <message>
        <source>It can do {able!s}, on channels 1 to {last}.</source>
        <translation>Möglich sind {able!s}, auf den Kanälen 1 bis {last}.</translation>
    </message>
    <message>
        <source>It cannot go on with this visit: a simulated board and a person&apos;s never share a record.</source>
        <translation>Damit geht dieser Besuch nicht weiter: Ein simuliertes Board und das einer Person teilen sich nie eine Aufzeichnung.</translation>
    </message>
    <message>
        <source>It does not know what stays in the needle and its hub.</source>
        <translation>Es weiß nicht, was in Nadel und Ansatz bleibt.</translation>
    </message>
    <message>
        <source>It goes on by itself once the same board is back.</source>
        <translation>Es geht von selbst weiter, sobald dasselbe Board wieder da ist.</translation>
    </message>
    <message>
        <source>It has 1 to {n_channels}: {channel_names}.</source>
        <translation>Es hat 1 bis {n_channels}: {channel_names}.</translation>
    </message>
    <message>
        <source>It has {gains}.</source>
        <translation>Es hat {gains}.</translation>
    </message>
    <message>
        <source>It holds the unseen sign U+{number:04X}.</source>
        <translation>Es enthält das unsichtbare Zeichen U+{number:04X}.</translation>
    </message>
    <message>
        <source>It holds: {signals}.</source>
        <translation>Sie enthält: {signals}.</translation>
    </message>
    <message>
        <source>It holds: {streams}.</source>
        <translation>Sie enthält: {streams}.</translation>
    </message>
    <message>
        <source>It is considered from day {first} to {last}.</source>
        <translation>Sie wird von Tag {first} bis {last} erwogen.</translation>
    </message>
    <message>
        <source>It is damaged, or no recording.</source>
        <translation>Sie ist beschädigt oder keine Aufzeichnung.</translation>
    </message>
    <message>
        <source>It is no dose, and left and right are not compared by it.</source>
        <translation>Es ist keine Dosis, und links und rechts werden damit nicht verglichen.</translation>
    </message>
    <message>
        <source>It is no dose: no study changed units by it and did better.</source>
        <translation>Es ist keine Dosis: keine Studie änderte Einheiten danach und hatte bessere Ergebnisse.</translation>
    </message>
    <message>
        <source>It is no order: a person accepts, edits or rejects it.</source>
        <translation>Es ist keine Anordnung: ein Mensch nimmt es an, ändert es oder lehnt es ab.</translation>
    </message>
    <message>
        <source>It is not a serial port that this board can use.</source>
        <translation>Es ist kein serieller Anschluss, den dieses Board benutzen kann.</translation>
    </message>
    <message>
        <source>It is not the dose that was given: the record of the tick is.</source>
        <translation>Es ist nicht die gegebene Dosis: das ist der Eintrag des Häkchens.</translation>
    </message>
    <message>
        <source>It is the only muscle that lifts the brow and may be holding up a low lid.</source>
        <translation>Er ist der einzige Muskel, der die Braue hebt, und hält vielleicht ein tiefes Lid oben.</translation>
    </message>
    <message>
        <source>It lies in the midline.</source>
        <translation>Er liegt in der Mittellinie.</translation>
    </message>
    <message>
        <source>It measures muscle activity at the skin, left beside right, and may suggest a small change of a plan, with reasons and limits. Most of the time it suggests nothing.</source>
        <translation>Es misst Muskelaktivität an der Haut, links neben rechts, und schlägt vielleicht eine kleine Änderung eines Plans vor, mit Gründen und Grenzen. Meistens schlägt es nichts vor.</translation>
    </message>
    <message>
        <source>It must be a positive number.</source>
        <translation>Es muss eine positive Zahl sein.</translation>
    </message>
    <message>
        <source>It never injects and never decides. A licensed injector looks, examines, decides and is responsible; the label of the product comes first.</source>
        <translation>Es injiziert nie und entscheidet nie. Eine zugelassene Fachperson sieht hin, untersucht, entscheidet und trägt die Verantwortung; die Fachinformation des Produkts geht vor.</translation>
    </message>
    <message>
        <source>It takes: {options}.</source>
        <translation>Es nimmt: {options}.</translation>
    </message>
    <message>
        <source>It was given up before its end.</source>
        <translation>Es wurde vor dem Ende aufgegeben.</translation>
    </message>
    <message>
        <source>It was not measured in the same way before the treatment and now.</source>
        <translation>Es wurde vor der Behandlung und jetzt nicht auf gleiche Weise gemessen.</translation>
    </message>
    <message>
        <source>It was not measured.</source>
        <translation>Sie wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>Its boards are listed at brainflow.readthedocs.io, Supported Boards.</source>
        <translation>Seine Boards stehen unter brainflow.readthedocs.io, Supported Boards.</translation>
    </message>
    <message>
        <source>Its clock leaps by {seconds:.1f} s in row {row}, and the samples go on: the clock is at fault, nothing is counted as lost.</source>
        <translation>Ihre Uhr springt in Zeile {row} um {seconds:.1f} s, und die Werte gehen weiter: ein Fehler der Uhr, nichts zählt als verloren.</translation>
    </message>
    <message>
        <source>Its clock was set back {n} times (first by {seconds:.3f} s, in row {row}): time goes on there.</source>
        <translation>Ihre Uhr wurde {n}-mal zurückgestellt (zuerst um {seconds:.3f} s, in Zeile {row}): die Zeit geht dort weiter.</translation>
    </message>
    <message>
        <source>Its counter leaps further than a recording can be long: it is not used.</source>
        <translation>Ihr Zähler springt weiter, als eine Aufzeichnung lang sein kann: er wird nicht benutzt.</translation>
    </message>
    <message>
        <source>Its electrodes may touch each other, or its lead the ground&apos;s.</source>
        <translation>Vielleicht berühren sich seine Elektroden, oder sein Kabel das der Erde.</translation>
    </message>
    <message>
        <source>Its firmware may be too old for it.</source>
        <translation>Vielleicht ist die Firmware zu alt dafür.</translation>
    </message>
    <message>
        <source>Its firmware may be too old for it: switch it off and on again.</source>
        <translation>Vielleicht ist die Firmware zu alt dafür: schalten Sie es aus und wieder ein.</translation>
    </message>
    <message>
        <source>Its first lines must tell the number of channels and the sample rate.</source>
        <translation>Die ersten Zeilen müssen Kanalzahl und Abtastrate nennen.</translation>
    </message>
    <message>
        <source>Its lines have no counter: lost ones are counted by the clock alone.</source>
        <translation>Seine Zeilen haben keinen Zähler: verlorene werden nur nach der Uhr gezählt.</translation>
    </message>
    <message>
        <source>Its time stamps run at {found_hz:.2f} Hz, not at the {declared_hz:g} Hz that it declares: the stamps&apos; rate is taken.</source>
        <translation>Ihre Zeitstempel laufen mit {found_hz:.2f} Hz und nicht mit den {declared_hz:g} Hz, die sie angibt: genommen wird die Rate der Stempel.</translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation>Übernehmen (Eingabe)</translation>
    </message>
    <message>
        <source>Keep away from the levator palpebrae superioris.</source>
        <translation>Vom Levator palpebrae superioris fernbleiben.</translation>
    </message>
    <message>
        <source>Keep the face still</source>
        <translation>Das Gesicht ruhig halten</translation>
    </message>
    <message>
        <source>Keep the face still and tap more gently; if it stays, look for bridging gel.</source>
        <translation>Gesicht ruhig halten und sanfter tippen; bleibt es so, nach überbrückendem Gel sehen.</translation>
    </message>
    <message>
        <source>Keep the face still; hands off the leads</source>
        <translation>Gesicht ruhig halten; Hände von den Kabeln</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>Tasten überall</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Tasten dieses Bildschirms</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Known are {names!s}.</source>
        <translation>Bekannt: {names!s}.</translation>
    </message>
    <message>
        <source>Known formats: {reads}.</source>
        <translation>Bekannte Formate: {reads}.</translation>
    </message>
    <message>
        <source>Known ones: {known}.</source>
        <translation>Bekannt: {known}.</translation>
    </message>
    <message>
        <source>Known ones: {names!s}.</source>
        <translation>Bekannt: {names!s}.</translation>
    </message>
    <message>
        <source>Known: {known!s}.</source>
        <translation>Bekannt: {known!s}.</translation>
    </message>
    <message>
        <source>Known: {names!s}.</source>
        <translation>Bekannt: {names!s}.</translation>
    </message>
    <message>
        <source>Known: {names}.</source>
        <translation>Bekannt: {names}.</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>L lanes   + − trace</source>
        <translation>L Spuren   + − Spur</translation>
    </message>
    <message>
        <source>LATER VISIT</source>
        <translation>KONTROLLTERMIN</translation>
    </message>
    <message>
        <source>LEFT, µV</source>
        <translation>LINKS, µV</translation>
    </message>
    <message>
        <source>LOST</source>
        <translation>VERLOREN</translation>
    </message>
    <message>
        <source>LSL has no sample counter: loss is counted by its time stamps.</source>
        <translation>LSL hat keinen Zähler: Verlust wird nach den Zeitstempeln gezählt.</translation>
    </message>
    <message>
        <source>LSL needs a stream.</source>
        <translation>LSL braucht einen Datenstrom.</translation>
    </message>
    <message>
        <source>Label {label} units per 0.1 mL, vial over diluent {computed} units.</source>
        <translation>Fachinformation {label} Einheiten je 0,1 mL, Flasche durch Verdünnungsmittel {computed} Einheiten.</translation>
    </message>
    <message>
        <source>Label {label} units per 0.1 mL, vial over diluent {computed} units: they differ by {percent:.1f} %. Say which one counts: label or computed.</source>
        <translation>Fachinformation {label} Einheiten je 0,1 mL, Flasche durch Verdünnungsmittel {computed} Einheiten: sie weichen um {percent:.1f} % ab. Sagen Sie, was gilt: Fachinformation oder berechnet.</translation>
    </message>
    <message>
        <source>Label {label} units per 0.1 mL, vial over diluent {computed} units: they differ by {percent:.1f} %; {chosen} units counts.</source>
        <translation>Fachinformation {label} Einheiten je 0,1 mL, Flasche durch Verdünnungsmittel {computed} Einheiten: sie weichen um {percent:.1f} % ab; {chosen} Einheiten gelten.</translation>
    </message>
    <message>
        <source>Labels, licences and emergency numbers are a country&apos;s own. A product that is not licensed there is said so wherever it is chosen. Settings change it later.</source>
        <translation>Fachinformationen, Zulassungen und Notrufnummern gehören zu einem Land. Wo ein dort nicht zugelassenes Präparat gewählt wird, steht das dabei. In den Einstellungen lässt es sich später ändern.</translation>
    </message>
    <message>
        <source>Lanes [L]</source>
        <translation>Spuren [L]</translation>
    </message>
    <message>
        <source>Lanes are live. Numbers are in µV and in % of the reference contraction, each with its unit.</source>
        <translation>Die Spuren sind live. Zahlen stehen in µV und in % der Referenzkontraktion, jede mit ihrer Einheit.</translation>
    </message>
    <message>
        <source>Lanes reach ±{scale:.0f} µV; keys + and - change it. A line across a lane is its site&apos;s reference contraction, 100 %: the target of a repetition.</source>
        <translation>Die Spuren reichen bis ±{scale:.0f} µV; die Tasten + und - ändern das. Eine Linie quer durch eine Spur ist die Referenzkontraktion der Messstelle, 100 %: das Ziel einer Wiederholung.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Last botulinum toxin of any kind: days ago, or the date</source>
        <translation>Letztes Botulinumtoxin jeder Art: vor wie vielen Tagen, oder das Datum</translation>
    </message>
    <message>
        <source>Last toxin {days} days ago: the label says not before {months} months ({interval} days). Any earlier touch-up is off label.</source>
        <translation>Letztes Toxin vor {days} Tagen: die Fachinformation sagt nicht vor {months} Monaten ({interval} Tagen). Jede frühere Nachkorrektur ist off-label.</translation>
    </message>
    <message>
        <source>Last toxin {days} days ago; the label&apos;s interval is not in the tables.</source>
        <translation>Letztes Toxin vor {days} Tagen; der Abstand der Fachinformation steht nicht in den Tabellen.</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Wie zuletzt</translation>
    </message>
    <message>
        <source>Lead colours mean nothing to the board: the pin says which channel it is.</source>
        <translation>Kabelfarben bedeuten dem Board nichts: der Pin sagt, welcher Kanal es ist.</translation>
    </message>
    <message>
        <source>Lead off, flat, hum and movement are named as they come.</source>
        <translation>Elektrode ab, flach, Brummen und Bewegung werden genannt, sobald sie auftreten.</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Verlassen (Esc)</translation>
    </message>
    <message>
        <source>Leave --person and --record out.</source>
        <translation>Lassen Sie --person und --record weg.</translation>
    </message>
    <message>
        <source>Leave --port or --device out.</source>
        <translation>Lassen Sie --port oder --device weg.</translation>
    </message>
    <message>
        <source>Leave --rate, --channels, --stream and --unit out.</source>
        <translation>Lassen Sie --rate, --channels, --stream und --unit weg.</translation>
    </message>
    <message>
        <source>Leave as it was (Esc)</source>
        <translation>Lassen, wie es war (Esc)</translation>
    </message>
    <message>
        <source>Leave hum in, or use a faster board.</source>
        <translation>Brummen belassen oder ein schnelleres Board verwenden.</translation>
    </message>
    <message>
        <source>Leave out the duration.</source>
        <translation>Lassen Sie die Dauer weg.</translation>
    </message>
    <message>
        <source>Leave out the mark, or type fewer or more decimals.</source>
        <translation>Lassen Sie das Zeichen weg, oder tippen Sie weniger oder mehr Dezimalstellen.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Left and Right: {cause}</source>
        <translation>Links und rechts: {cause}</translation>
    </message>
    <message>
        <source>Left and right are the same in every region.</source>
        <translation>Links und rechts sind in jeder Region gleich.</translation>
    </message>
    <message>
        <source>Left out, as asked: {channels}.</source>
        <translation>Wie gewünscht weggelassen: {channels}.</translation>
    </message>
    <message>
        <source>Left: {cause}</source>
        <translation>Links: {cause}</translation>
    </message>
    <message>
        <source>Less (W)</source>
        <translation>Weniger (W)</translation>
    </message>
    <message>
        <source>Let hum of {nominal_hz:g} Hz be taken out; check ground electrode and leads.</source>
        <translation>Brummen von {nominal_hz:g} Hz entfernen lassen; Masseelektrode und Kabel prüfen.</translation>
    </message>
    <message>
        <source>Let it end in {suffix!s}.</source>
        <translation>Er muss auf {suffix!s} enden.</translation>
    </message>
    <message>
        <source>Let the face rest fully, clean the skin, re-seat the electrode and repeat.</source>
        <translation>Lassen Sie das Gesicht ganz ruhen, reinigen Sie die Haut, setzen Sie die Elektrode neu und wiederholen Sie.</translation>
    </message>
    <message>
        <source>Let the face rest; if it stays, clean the skin and re-seat the electrode.</source>
        <translation>Lassen Sie das Gesicht ruhen; bleibt es so, Haut reinigen und Elektrode neu setzen.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Licensed in 2024-09; nothing of its label was read.</source>
        <translation>Zugelassen 2024-09; von der Fachinformation wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Licensed, and nothing read of the label: no plan is checked for these</source>
        <translation>Zugelassen, Fachinformation nicht gelesen: dafür wird kein Plan geprüft</translation>
    </message>
    <message>
        <source>Licensed; nothing of its label was read.</source>
        <translation>Zugelassen; von der Fachinformation wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Lid {side}: {verdict} to look lower. {reason}</source>
        <translation>Lid {side}: wird {verdict} tiefer wirken. {reason}</translation>
    </message>
    <message>
        <source>Lids: height, droop, loose skin; lift the brow by hand and look again.</source>
        <translation>Lider: Höhe, Hängen, lose Haut; heben Sie die Braue mit der Hand an und sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>Lines beside the eyes, even plan. Let the measurement end and go on watching for a while.</source>
        <translation>Fältchen seitlich der Augen, gleicher Plan. Lassen Sie die Messung enden und sehen Sie noch eine Weile zu.</translation>
    </message>
    <message>
        <source>Lines beside the eyes, even plan. Squinting shows more on the left.</source>
        <translation>Fältchen seitlich der Augen, gleicher Plan. Beim Zusammenkneifen zeigt links mehr.</translation>
    </message>
    <message>
        <source>Link holds back 2 s</source>
        <translation>Verbindung stockt 2 s</translation>
    </message>
    <message>
        <source>List (Esc)</source>
        <translation>Liste (Esc)</translation>
    </message>
    <message>
        <source>List the ports with `evenhand devices`.</source>
        <translation>Listen Sie die Anschlüsse mit `evenhand devices`.</translation>
    </message>
    <message>
        <source>Listen to the rest</source>
        <translation>Auf die Ruhe achten</translation>
    </message>
    <message>
        <source>Living skin is never quite still: a microvolt or two of noise is always there. Exactly nothing is an input that is not connected.</source>
        <translation>Lebende Haut ist nie ganz still: ein, zwei Mikrovolt Rauschen sind immer da. Genau nichts ist ein Eingang, der nicht angeschlossen ist.</translation>
    </message>
    <message>
        <source>Local spread, usually from day 2 to 7. Examine the same day; unequal pupils, pain or another sign of a nerve: emergency.</source>
        <translation>Örtliche Ausbreitung, meist ab Tag 2 bis 7. Am selben Tag untersuchen; ungleiche Pupillen, Schmerz oder ein anderes Nervenzeichen: Notfall.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Feststellen</translation>
    </message>
    <message>
        <source>Locked at {at!s}</source>
        <translation>Festgestellt um {at!s}</translation>
    </message>
    <message>
        <source>Locked at {time}, placement {n}. It holds for 60 minutes; electrodes may come off.</source>
        <translation>Festgestellt um {time}, Platzierung {n}. Sie gilt 60 Minuten; die Elektroden dürfen ab.</translation>
    </message>
    <message>
        <source>Locked measurement</source>
        <translation>Festgestellte Messung</translation>
    </message>
    <message>
        <source>Look again at two weeks, with data, not with units.</source>
        <translation>Sehen Sie nach zwei Wochen noch einmal hin, mit Daten, nicht mit Einheiten.</translation>
    </message>
    <message>
        <source>Look at the electrode and the gain of the board, then repeat.</source>
        <translation>Sieh nach der Elektrode und der Verstärkung des Boards, dann wiederhole.</translation>
    </message>
    <message>
        <source>Look at the electrode, then repeat the block.</source>
        <translation>Sehen Sie nach der Elektrode und wiederholen Sie den Block.</translation>
    </message>
    <message>
        <source>Look at the electrode, then repeat.</source>
        <translation>Sehen Sie nach der Elektrode und wiederholen Sie.</translation>
    </message>
    <message>
        <source>Look at the forehead.</source>
        <translation>Sehen Sie sich die Stirn an.</translation>
    </message>
    <message>
        <source>Look at the skin of every point; wait until it has healed.</source>
        <translation>Die Haut an jedem Punkt ansehen; warten, bis sie abgeheilt ist.</translation>
    </message>
    <message>
        <source>Look for gel or a lead that connects the two electrodes.</source>
        <translation>Suchen Sie nach Gel oder einem Kabel, das die beiden Elektroden verbindet.</translation>
    </message>
    <message>
        <source>Look for it on the disk …</source>
        <translation>Auf der Platte suchen …</translation>
    </message>
    <message>
        <source>Looking for the board.</source>
        <translation>Das Board wird gesucht.</translation>
    </message>
    <message>
        <source>Lose 5 % of samples</source>
        <translation>5 % der Messwerte verlieren</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Lot of the vial</source>
        <translation>Charge der Durchstechflasche</translation>
    </message>
    <message>
        <source>Lot {lot!s}, expires {date!s}</source>
        <translation>Charge {lot!s}, Verfall {date!s}</translation>
    </message>
    <message>
        <source>Lot, as printed on the vial</source>
        <translation>Charge, wie auf der Flasche gedruckt</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Low points near the cheek.</source>
        <translation>Tiefe Punkte nahe der Wange.</translation>
    </message>
    <message>
        <source>Lower forehead row at least 2 cm above the brow.</source>
        <translation>Untere Stirnreihe mindestens 2 cm über der Braue.</translation>
    </message>
    <message>
        <source>Lower the gain; look for an amplifier before the board that saturates.</source>
        <translation>Verstärkung senken; nach einem Verstärker vor dem Board suchen, der übersteuert.</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>MARKED</source>
        <translation>MARKIERT</translation>
    </message>
    <message>
        <source>MEASURED</source>
        <translation>GEMESSEN</translation>
    </message>
    <message>
        <source>MEASURED on {board}, {band}, locked {at!s}</source>
        <translation>GEMESSEN mit {board}, {band}, festgestellt {at!s}</translation>
    </message>
    <message>
        <source>MUSCLE MAP (in % of each muscle&apos;s own task; no dose follows from it)</source>
        <translation>MUSKELKARTE (in % der eigenen Aufgabe jedes Muskels; es folgt keine Dosis)</translation>
    </message>
    <message>
        <source>Mains looked for first (both are found)</source>
        <translation>Netzfrequenz, die zuerst gesucht wird (beide werden gefunden)</translation>
    </message>
    <message>
        <source>Mains now: {hum}.</source>
        <translation>Netz jetzt: {hum}.</translation>
    </message>
    <message>
        <source>Mains {uv} µV</source>
        <translation>Brummen {uv} µV</translation>
    </message>
    <message>
        <source>Make it so, then begin again.</source>
        <translation>Bitte so einrichten und neu beginnen.</translation>
    </message>
    <message>
        <source>Make it, or choose another.</source>
        <translation>Legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Make one with: evenhand calibrate</source>
        <translation>Machen Sie eine mit: evenhand calibrate</translation>
    </message>
    <message>
        <source>Make the pipeline for the board that streams.</source>
        <translation>Bauen Sie die Verarbeitung für das Board, das sendet.</translation>
    </message>
    <message>
        <source>Marionette lines and gummy smiles are what Botulax is for.</source>
        <translation>Marionettenfalten und Zahnfleischlächeln sind das, wofür Botulax da ist.</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>Diesen Moment markieren</translation>
    </message>
    <message>
        <source>Marked facial asymmetry at rest: examine, no units.</source>
        <translation>Deutliche Gesichtsasymmetrie in Ruhe: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>Marked facial asymmetry.</source>
        <translation>Deutliche Gesichtsasymmetrie.</translation>
    </message>
    <message>
        <source>Masseter plans tailored by type of bulge and ultrasound thickness, 20 to 40 units in 1 to 3 sites, 220 cases: by thickness, not by EMG.</source>
        <translation>Masseterpläne nach Art der Vorwölbung und Ultraschalldicke, 20 bis 40 Einheiten an 1 bis 3 Stellen, 220 Fälle: nach Dicke, nicht nach EMG.</translation>
    </message>
    <message>
        <source>Mean RMS of the bilateral holds, each side against itself.</source>
        <translation>Mittlerer RMS der beidseitigen Kontraktionen, jede Seite gegen sich selbst.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure and lock again.</source>
        <translation>Messen und noch einmal feststellen.</translation>
    </message>
    <message>
        <source>Measure contact</source>
        <translation>Kontakt messen</translation>
    </message>
    <message>
        <source>Measure first, then export.</source>
        <translation>Messen Sie erst, dann exportieren Sie.</translation>
    </message>
    <message>
        <source>Measure in pairs: both inputs of a channel on one muscle; check the ground else.</source>
        <translation>Messen Sie in Paaren: beide Eingänge eines Kanals auf einem Muskel; prüfen Sie sonst die Masse.</translation>
    </message>
    <message>
        <source>Measure the forehead. Does what you see come from where the labels say?</source>
        <translation>Messen Sie die Stirn. Kommt, was Sie sehen, von dort, wo die Beschriftung es sagt?</translation>
    </message>
    <message>
        <source>Measure the height of the lids, look at brow and pupils.</source>
        <translation>Lidhöhe messen, Brauen und Pupillen ansehen.</translation>
    </message>
    <message>
        <source>Measure the repetitions first; then the electrodes are put on anew.</source>
        <translation>Messen Sie zuerst die Wiederholungen; danach werden die Elektroden neu gesetzt.</translation>
    </message>
    <message>
        <source>Measure, then lock the measurement.</source>
        <translation>Messen, dann die Messung speichern.</translation>
    </message>
    <message>
        <source>Measured under toxin: no baseline.</source>
        <translation>Unter Toxin gemessen: keine Ausgangslage.</translation>
    </message>
    <message>
        <source>Measured: {sides}, as in most healthy faces (±{limit} %).</source>
        <translation>Gemessen: {sides}, wie bei den meisten Gesunden (±{limit} %).</translation>
    </message>
    <message>
        <source>Measured: {sides}; no healthy range of this muscle is published.</source>
        <translation>Gemessen: {sides}; für diesen Muskel ist kein gesunder Bereich veröffentlicht.</translation>
    </message>
    <message>
        <source>Measurement locked</source>
        <translation>Messung festgestellt</translation>
    </message>
    <message>
        <source>Medial points, or more than 0.5 units added.</source>
        <translation>Mediale Punkte, oder mehr als 0,5 Einheiten zusätzlich.</translation>
    </message>
    <message>
        <source>Mend everything</source>
        <translation>Alles beheben</translation>
    </message>
    <message>
        <source>Mend its firmware (docs/firmware.md has the fields).</source>
        <translation>Richten Sie die Firmware (docs/firmware.md nennt die Felder).</translation>
    </message>
    <message>
        <source>Mend or update its firmware.</source>
        <translation>Richten oder aktualisieren Sie die Firmware.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10): help, sound, settings</source>
        <translation>Menü (F10): Hilfe, Ton, Einstellungen</translation>
    </message>
    <message>
        <source>Middle 1.0 s of each hold, noise at rest taken off.</source>
        <translation>Mittlere 1,0 s jeder Kontraktion, abzüglich des Rauschens in Ruhe.</translation>
    </message>
    <message>
        <source>Middle 1.0 s of {n} bilateral contractions</source>
        <translation>Mittlere 1,0 s von {n} beidseitigen Kontraktionen</translation>
    </message>
    <message>
        <source>Mirror side</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Montage {name!r} names channel {channel}.</source>
        <translation>Die Montage {name!r} nennt Kanal {channel}.</translation>
    </message>
    <message>
        <source>Montage {name!r} names no pair.</source>
        <translation>Die Montage {name!r} nennt kein Paar.</translation>
    </message>
    <message>
        <source>Montage {name!r} names {muscle!r} twice.</source>
        <translation>Die Montage {name!r} nennt {muscle!r} zweimal.</translation>
    </message>
    <message>
        <source>Montage {name!r} puts {site} on channel {channel}, but {board} has {n_channels} channels.</source>
        <translation>Die Montage {name!r} legt {site} auf Kanal {channel}, aber {board} hat {n_channels} Kanäle.</translation>
    </message>
    <message>
        <source>Montage {name!r} uses channel {channel} twice.</source>
        <translation>Die Montage {name!r} benutzt Kanal {channel} zweimal.</translation>
    </message>
    <message>
        <source>More activity on one side is weakness of the other until an examination shows otherwise.</source>
        <translation>Mehr Aktivität auf einer Seite gilt als Schwäche der anderen, bis eine Untersuchung das Gegenteil zeigt.</translation>
    </message>
    <message>
        <source>More on the left, and no norm to hold it against.</source>
        <translation>Links mehr, und kein Normwert zum Vergleich.</translation>
    </message>
    <message>
        <source>More on the left, and no norm.</source>
        <translation>Links mehr, und kein Normwert.</translation>
    </message>
    <message>
        <source>More on the right.</source>
        <translation>Rechts mehr.</translation>
    </message>
    <message>
        <source>More signal here is thinner skin, and no range of the corrugator is published.</source>
        <translation>Mehr Signal ist hier dünnere Haut, und für den Corrugator ist kein Bereich veröffentlicht.</translation>
    </message>
    <message>
        <source>More than 100 is no measure of a face.</source>
        <translation>Mehr als 100 ist kein Maß eines Gesichts.</translation>
    </message>
    <message>
        <source>More than 25 units freezes the face and lasts 30 % longer, past five months.</source>
        <translation>Mehr als 25 Einheiten frieren das Gesicht ein und halten 30 % länger, über fünf Monate.</translation>
    </message>
    <message>
        <source>More units on the side whose frontalis is more active.</source>
        <translation>Mehr Einheiten auf der Seite, deren Frontalis aktiver ist.</translation>
    </message>
    <message>
        <source>Most of the effort that held the lid up is gone.</source>
        <translation>Der größte Teil der Anstrengung, die das Lid oben hielt, ist weg.</translation>
    </message>
    <message>
        <source>Move the electrodes apart; check the ground electrode.</source>
        <translation>Elektroden weiter auseinander setzen; Erdelektrode prüfen.</translation>
    </message>
    <message>
        <source>Much loose skin of the lids.</source>
        <translation>Viel lose Lidhaut.</translation>
    </message>
    <message>
        <source>Much loose skin of the lids: examine, no units.</source>
        <translation>Viel lose Lidhaut: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>Muscle activity, the patient&apos;s right and left</source>
        <translation>Muskelaktivität, rechts und links des Patienten</translation>
    </message>
    <message>
        <source>Muscle map: in % of each muscle&apos;s own task</source>
        <translation>Muskelkarte: in % der eigenen Aufgabe jedes Muskels</translation>
    </message>
    <message>
        <source>Muscle map: which muscles work in which task</source>
        <translation>Muskelkarte: welche Muskeln bei welcher Aufgabe arbeiten</translation>
    </message>
    <message>
        <source>Myasthenia gravis or Lambert-Eaton syndrome.</source>
        <translation>Myasthenia gravis oder Lambert-Eaton-Syndrom.</translation>
    </message>
    <message>
        <source>Myasthenia gravis, Lambert-Eaton syndrome or ALS.</source>
        <translation>Myasthenia gravis, Lambert-Eaton-Syndrom oder ALS.</translation>
    </message>
    <message>
        <source>Myasthenia gravis, Lambert-Eaton syndrome, ALS or another generalised disorder of muscle.</source>
        <translation>Myasthenia gravis, Lambert-Eaton-Syndrom, ALS oder eine andere generalisierte Muskelerkrankung.</translation>
    </message>
    <message>
        <source>NOT on record: {what}. {why}</source>
        <translation>NICHT aufgezeichnet: {what}. {why}</translation>
    </message>
    <message>
        <source>NOTES</source>
        <translation>NOTIZEN</translation>
    </message>
    <message>
        <source>Name a scenario.</source>
        <translation>Ein Szenario angeben.</translation>
    </message>
    <message>
        <source>Name one of: {names}.</source>
        <translation>Nennen Sie eines von: {names}.</translation>
    </message>
    <message>
        <source>Name or initials of the injector</source>
        <translation>Name oder Kürzel der injizierenden Person</translation>
    </message>
    <message>
        <source>Neighbouring muscles leak into the pair.</source>
        <translation>Nachbarmuskeln sprechen in das Paar über.</translation>
    </message>
    <message>
        <source>New file in {folder!s}</source>
        <translation>Neue Datei in {folder!s}</translation>
    </message>
    <message>
        <source>New file {path!s}</source>
        <translation>Neue Datei {path!s}</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Weiter (Eingabe)</translation>
    </message>
    <message>
        <source>No Ganglion ({address}) is heard over Bluetooth within {seconds} s.</source>
        <translation>Kein Ganglion ({address}) ist binnen {seconds} s über Bluetooth zu hören.</translation>
    </message>
    <message>
        <source>No WiFi shield answers at {address} ({error}).</source>
        <translation>Unter {address} antwortet kein WiFi-Shield ({error}).</translation>
    </message>
    <message>
        <source>No baseline: nothing was measured before the first treatment.</source>
        <translation>Keine Ausgangslage: vor der ersten Behandlung wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>No board is lost.</source>
        <translation>Kein Board ist verloren.</translation>
    </message>
    <message>
        <source>No board is named, and no serial port on USB is here.</source>
        <translation>Kein Board ist genannt, und es gibt keine serielle Schnittstelle an USB.</translation>
    </message>
    <message>
        <source>No board says who it is on {ports}.</source>
        <translation>An {ports} sagt kein Board, wer es ist.</translation>
    </message>
    <message>
        <source>No choice {choice!r}.</source>
        <translation>Es gibt keine Wahl {choice!r}.</translation>
    </message>
    <message>
        <source>No clinician has reviewed its tables yet. Every number names its source: read it before you rely on it.</source>
        <translation>Die Tabellen sind noch nicht ärztlich geprüft. Jede Zahl nennt ihre Quelle: lesen Sie sie, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>No clinician has reviewed the tables</source>
        <translation>Die Tabellen sind nicht ärztlich geprüft</translation>
    </message>
    <message>
        <source>No clinician has reviewed this rubric.</source>
        <translation>Nicht ärztlich geprüft.</translation>
    </message>
    <message>
        <source>No condition {value!r}.</source>
        <translation>Es gibt keinen Umstand {value!r}.</translation>
    </message>
    <message>
        <source>No decision; good: {choice}</source>
        <translation>Keine Entscheidung; gut: {choice}</translation>
    </message>
    <message>
        <source>No difference is stated.</source>
        <translation>Es ist kein Unterschied angegeben.</translation>
    </message>
    <message>
        <source>No earlier visit of {who!s} with a plan was found here.</source>
        <translation>Hier wurde kein früherer Besuch von {who!s} mit einem Plan gefunden.</translation>
    </message>
    <message>
        <source>No expression {expression!r}.</source>
        <translation>Es gibt keine Mimik {expression!r}.</translation>
    </message>
    <message>
        <source>No fault {value!r}.</source>
        <translation>Es gibt keinen Fehler {value!r}.</translation>
    </message>
    <message>
        <source>No figure: none is told for {product}.</source>
        <translation>Keine Zahl: für {product} wird keine genannt.</translation>
    </message>
    <message>
        <source>No figure: one unit in one point would pass its bounds, or cannot be drawn.</source>
        <translation>Keine Zahl: eine Einheit in einem Punkt überschritte seine Grenzen oder lässt sich nicht aufziehen.</translation>
    </message>
    <message>
        <source>No healthy range of the corrugator is published. A number without a norm is no finding: leave the plan alone.</source>
        <translation>Für den Corrugator ist kein gesunder Bereich veröffentlicht. Eine Zahl ohne Normwert ist kein Befund: lassen Sie den Plan, wie er ist.</translation>
    </message>
    <message>
        <source>No hum is found now.</source>
        <translation>Zurzeit wird kein Brummen gefunden.</translation>
    </message>
    <message>
        <source>No label but Dysport&apos;s names it; read the label&apos;s list of excipients.</source>
        <translation>Nur die Fachinformation von Dysport nennt es; die Liste der Hilfsstoffe lesen.</translation>
    </message>
    <message>
        <source>No label but Jeuveau&apos;s names it.</source>
        <translation>Nur die Fachinformation von Jeuveau nennt es.</translation>
    </message>
    <message>
        <source>No lane answered the tap on {site}.</source>
        <translation>Keine Spur hat auf das Antippen von {site} geantwortet.</translation>
    </message>
    <message>
        <source>No live asymmetry is shown: a number that jitters by a fifth would mislead. Symmetry comes from finished repetitions, with its interval.</source>
        <translation>Keine laufende Asymmetrie wird gezeigt: eine Zahl, die um ein Fünftel schwankt, würde täuschen. Symmetrie kommt aus abgeschlossenen Wiederholungen, mit ihrem Bereich.</translation>
    </message>
    <message>
        <source>No locked measurement: nothing is suggested from live numbers.</source>
        <translation>Keine festgestellte Messung: aus laufenden Zahlen wird nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>No mL yet: choose the syringe (S).</source>
        <translation>Noch keine mL: wählen Sie die Spritze (S).</translation>
    </message>
    <message>
        <source>No mL yet: choose the vial and its diluent (V).</source>
        <translation>Noch keine mL: wählen Sie Durchstechflasche und Verdünnung (V).</translation>
    </message>
    <message>
        <source>No mL yet: the label says {label} in 0.1 mL, vial over diluent gives {computed}. Say which counts (K).</source>
        <translation>Noch keine mL: die Fachinformation sagt {label} in 0,1 mL, Flasche durch Verdünnungsmittel ergibt {computed}. Sagen Sie, was gilt (K).</translation>
    </message>
    <message>
        <source>No mL: vial, diluent, strength or syringe are not given.</source>
        <translation>Keine mL: Flasche, Verdünnungsmittel, Stärke oder Spritze fehlen.</translation>
    </message>
    <message>
        <source>No measurement enters it, and no dose follows from it.</source>
        <translation>Keine Messung geht ein, und keine Dosis folgt daraus.</translation>
    </message>
    <message>
        <source>No montage was given: lanes are numbered by channel; which site and side they are is not known. Give one with --montage.</source>
        <translation>Keine Montage angegeben: Spuren sind nach Kanälen nummeriert; welche Messstelle und Seite sie sind, ist nicht bekannt. Geben Sie eine mit --montage an.</translation>
    </message>
    <message>
        <source>No muscle {word!r} here.</source>
        <translation>Hier gibt es keinen Muskel {word!r}.</translation>
    </message>
    <message>
        <source>No number on this screen</source>
        <translation>Keine Zahl auf diesem Bildschirm</translation>
    </message>
    <message>
        <source>No other board is asked about.</source>
        <translation>Nach keinem anderen Board wird gefragt.</translation>
    </message>
    <message>
        <source>No other visit can be begun in this window.</source>
        <translation>In diesem Fenster kann kein anderer Besuch begonnen werden.</translation>
    </message>
    <message>
        <source>No outcome: units of {product} are not modelled.</source>
        <translation>Kein Ergebnis: Einheiten von {product} sind nicht modelliert.</translation>
    </message>
    <message>
        <source>No permission to open {port}.</source>
        <translation>Kein Recht, {port} zu öffnen.</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Kein Plan</translation>
    </message>
    <message>
        <source>No plan yet. Ctrl+N begins one: from a label, from an earlier visit, or with points of your own. B begins like the last visit.</source>
        <translation>Noch kein Plan. Strg+N beginnt einen: nach einer Fachinformation, einem früheren Besuch oder mit eigenen Punkten. B beginnt wie der letzte Besuch.</translation>
    </message>
    <message>
        <source>No plan: make one in Prepare (F1)</source>
        <translation>Kein Plan: machen Sie einen unter Vorbereiten (F1)</translation>
    </message>
    <message>
        <source>No range of healthy faces is published for this muscle.</source>
        <translation>Für diesen Muskel ist kein Bereich gesunder Gesichter veröffentlicht.</translation>
    </message>
    <message>
        <source>No reason {reason!r}.</source>
        <translation>Es gibt keinen Grund {reason!r}.</translation>
    </message>
    <message>
        <source>No reason; good: {reason}</source>
        <translation>Kein Grund; gut: {reason}</translation>
    </message>
    <message>
        <source>No reference contraction is locked.</source>
        <translation>Keine Referenzkontraktion ist festgestellt.</translation>
    </message>
    <message>
        <source>No reference contraction: µV only.</source>
        <translation>Keine Referenzkontraktion: nur µV.</translation>
    </message>
    <message>
        <source>No sample has arrived yet.</source>
        <translation>Noch kein Messwert ist angekommen.</translation>
    </message>
    <message>
        <source>No scenario {name!r}: {why}</source>
        <translation>Kein Szenario {name!r}: {why}</translation>
    </message>
    <message>
        <source>No second one: whether there was one already is asked in Prepare.</source>
        <translation>Keine zweite: ob es schon eine gab, wird in Vorbereiten gefragt.</translation>
    </message>
    <message>
        <source>No serial port is here: plug the board in and list them with `evenhand devices`.</source>
        <translation>Hier ist kein serieller Anschluss: stecken Sie das Board ein und listen Sie sie mit `evenhand devices`.</translation>
    </message>
    <message>
        <source>No sound: no card can be opened.</source>
        <translation>Kein Ton: keine Soundkarte lässt sich öffnen.</translation>
    </message>
    <message>
        <source>No such study was found. In the trial, satisfaction was high at 10, 20, 30 and 40 units.</source>
        <translation>Eine solche Studie wurde nicht gefunden. In der Studie war die Zufriedenheit bei 10, 20, 30 und 40 Einheiten hoch.</translation>
    </message>
    <message>
        <source>No suggestion before the measurement is locked</source>
        <translation>Kein Vorschlag, bevor die Messung festgestellt ist</translation>
    </message>
    <message>
        <source>No suggestion: nothing is measured in this visit</source>
        <translation>Kein Vorschlag: in diesem Besuch wird nichts gemessen</translation>
    </message>
    <message>
        <source>No suggestion: refused</source>
        <translation>Kein Vorschlag: abgelehnt</translation>
    </message>
    <message>
        <source>No symmetry. {why}</source>
        <translation>Keine Symmetrie. {why}</translation>
    </message>
    <message>
        <source>No tap has proven that this lane is this site.</source>
        <translation>Kein Antippen hat bewiesen, dass diese Spur diese Messstelle ist.</translation>
    </message>
    <message>
        <source>No tick and no decision is taken until the record has another place.</source>
        <translation>Kein Häkchen und keine Entscheidung wird angenommen, bis die Aufzeichnung einen anderen Ort hat.</translation>
    </message>
    <message>
        <source>No touch-up is considered in this area.</source>
        <translation>In diesem Bereich wird keine Nachinjektion erwogen.</translation>
    </message>
    <message>
        <source>No training case {case_id!r}.</source>
        <translation>Es gibt keinen Übungsfall {case_id!r}.</translation>
    </message>
    <message>
        <source>No unit is declared, µV are taken.</source>
        <translation>Keine Einheit ist angegeben, µV werden angenommen.</translation>
    </message>
    <message>
        <source>No unit is declared, µV are taken: {channels}.</source>
        <translation>Keine Einheit ist angegeben, µV werden angenommen: {channels}.</translation>
    </message>
    <message>
        <source>No unit of anything in pregnancy for the sake of lines.</source>
        <translation>In der Schwangerschaft keine Einheit wovon auch immer, nur wegen Falten.</translation>
    </message>
    <message>
        <source>No units are suggested for {product}: {condition}.</source>
        <translation>Für {product} werden keine Einheiten vorgeschlagen: {condition}.</translation>
    </message>
    <message>
        <source>No visit of {person!s} is in {folder!s}.</source>
        <translation>In {folder!s} liegt kein Besuch von {person!s}.</translation>
    </message>
    <message>
        <source>No volumes: vial, diluent or syringe are not given (F1)</source>
        <translation>Keine Volumina: Flasche, Verdünnungsmittel oder Spritze fehlen (F1)</translation>
    </message>
    <message>
        <source>Nobody is named in this session, so there is no earlier visit.</source>
        <translation>In dieser Sitzung ist niemand benannt, also gibt es keinen früheren Besuch.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Not EMG and left out: {columns}.</source>
        <translation>Kein EMG und weggelassen: {columns}.</translation>
    </message>
    <message>
        <source>Not a live number, not a diagnosis and not a dose: healthy faces are uneven, and electrodes re-seated give another index.</source>
        <translation>Keine laufende Zahl, keine Diagnose und keine Dosis: gesunde Gesichter sind ungleich, und neu gesetzte Elektroden geben einen anderen Index.</translation>
    </message>
    <message>
        <source>Not asked yet: {questions}.</source>
        <translation>Noch nicht gefragt: {questions}.</translation>
    </message>
    <message>
        <source>Not asked: {questions!s}.</source>
        <translation>Nicht gefragt: {questions!s}.</translation>
    </message>
    <message>
        <source>Not calibrated: amplitudes are in µV only.</source>
        <translation>Nicht kalibriert: Amplituden nur in µV.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>Not closer than 1 cm above the central eyebrow.</source>
        <translation>Nicht näher als 1 cm über der Mitte der Augenbraue.</translation>
    </message>
    <message>
        <source>Not even noise is there.</source>
        <translation>Nicht einmal Rauschen ist da.</translation>
    </message>
    <message>
        <source>Not every case hides a fault. To call a sound signal sound is a finding too, and sending a person away from a sound measurement has its price.</source>
        <translation>Nicht jeder Fall verbirgt einen Fehler. Ein gutes Signal gut zu nennen ist auch ein Befund, und jemanden von einer guten Messung wegzuschicken hat seinen Preis.</translation>
    </message>
    <message>
        <source>Not force, and not a dose: skin, fat and the electrode&apos;s place change µV at the same muscle work.</source>
        <translation>Keine Kraft und keine Dosis: Haut, Fett und der Ort der Elektrode ändern µV bei gleicher Muskelarbeit.</translation>
    </message>
    <message>
        <source>Not found, and it says nothing about dose.</source>
        <translation>Nicht gefunden, und es sagt nichts über die Dosis.</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>Nicht gefunden.</translation>
    </message>
    <message>
        <source>Not found. FDA labels give fixed totals.</source>
        <translation>Nicht gefunden. Fachinformationen der FDA nennen feste Summen.</translation>
    </message>
    <message>
        <source>Not found. That society&apos;s surveys count procedures.</source>
        <translation>Nicht gefunden. Die Erhebungen dieser Gesellschaft zählen Eingriffe.</translation>
    </message>
    <message>
        <source>Not found. The brow does not follow the dose in a straight line: 10 units lowered it slightly, 20 to 40 units lifted it, most at 12 weeks.</source>
        <translation>Nicht gefunden. Die Braue folgt der Dosis nicht geradlinig: 10 Einheiten senkten sie leicht, 20 bis 40 Einheiten hoben sie, am meisten nach 12 Wochen.</translation>
    </message>
    <message>
        <source>Not given: {names}.</source>
        <translation>Nicht angegeben: {names}.</translation>
    </message>
    <message>
        <source>Not in a unit of voltage, taken as it stands: channel {channels}.</source>
        <translation>Nicht in einer Einheit der Spannung, übernommen wie es ist: Kanal {channels}.</translation>
    </message>
    <message>
        <source>Not locked yet.</source>
        <translation>Noch nicht festgestellt.</translation>
    </message>
    <message>
        <source>Not measured of the plan: {muscles}. B takes them as the next block; decide on this one first, the next measurement replaces it.</source>
        <translation>Vom Plan nicht gemessen: {muscles}. B nimmt sie als nächsten Block; entscheiden Sie zuerst über diesen, die nächste Messung ersetzt ihn.</translation>
    </message>
    <message>
        <source>Not needed: no interval lies wholly beyond the limit of healthy faces.</source>
        <translation>Nicht nötig: kein Intervall liegt ganz jenseits der Grenze gesunder Gesichter.</translation>
    </message>
    <message>
        <source>Not possible: the resulting plan would have a new finding. {finding}</source>
        <translation>Nicht möglich: der entstehende Plan hätte einen neuen Befund. {finding}</translation>
    </message>
    <message>
        <source>Not recorded.</source>
        <translation>Nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Not shown, for this is not so: {box!s}</source>
        <translation>Nicht gezeigt, denn dies trifft nicht zu: {box!s}</translation>
    </message>
    <message>
        <source>Not taken for EMG and left out: {columns}.</source>
        <translation>Nicht als EMG genommen und weggelassen: {columns}.</translation>
    </message>
    <message>
        <source>Not to be compared between sides: over so short a window it jitters by a fifth by its own randomness.</source>
        <translation>Nicht zwischen den Seiten zu vergleichen: über ein so kurzes Fenster schwankt es schon durch Zufall um ein Fünftel.</translation>
    </message>
    <message>
        <source>Not understood: {value!r}.</source>
        <translation>Nicht verstanden: {value!r}.</translation>
    </message>
    <message>
        <source>Not while a protocol runs: give it up first.</source>
        <translation>Nicht während eines laufenden Protokolls: geben Sie es zuerst auf.</translation>
    </message>
    <message>
        <source>Not with {product}: {condition}.</source>
        <translation>Nicht mit {product}: {condition}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>Notiz (N)</translation>
    </message>
    <message>
        <source>Note at {point!s}:</source>
        <translation>Notiz zu {point!s}:</translation>
    </message>
    <message>
        <source>Note of the visit:</source>
        <translation>Notiz zum Besuch:</translation>
    </message>
    <message>
        <source>Nothing answers on {port} at {baud} baud.</source>
        <translation>An {port} antwortet bei {baud} Baud nichts.</translation>
    </message>
    <message>
        <source>Nothing answers on {port}.</source>
        <translation>An {port} antwortet nichts.</translation>
    </message>
    <message>
        <source>Nothing but {rms_uv:.0f} µV of {hum_hz:g} Hz hum arrives.</source>
        <translation>Nichts als {rms_uv:.0f} µV Brummen von {hum_hz:g} Hz kommt an.</translation>
    </message>
    <message>
        <source>Nothing came for 0.4 s; the numbers are held back.</source>
        <translation>Seit 0,4 s kam nichts; die Zahlen werden zurückgehalten.</translation>
    </message>
    <message>
        <source>Nothing can be compared. {muscle!s}: {why}</source>
        <translation>Nichts ist vergleichbar. {muscle!s}: {why}</translation>
    </message>
    <message>
        <source>Nothing can be kept in {folder!s}: {why!s}. Choose another folder.</source>
        <translation>In {folder!s} kann nichts abgelegt werden: {why!s}. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Nothing comes from {port} at {baud} baud.</source>
        <translation>Von {port} kommt bei {baud} Baud nichts.</translation>
    </message>
    <message>
        <source>Nothing had been calibrated.</source>
        <translation>Kalibriert war noch nichts.</translation>
    </message>
    <message>
        <source>Nothing here begins like that.</source>
        <translation>Nichts hier beginnt so.</translation>
    </message>
    <message>
        <source>Nothing in it is faster than 20 Hz, and it rises and falls: an envelope, no raw EMG.</source>
        <translation>Nichts darin ist schneller als 20 Hz, und es steigt und fällt: eine Hüllkurve, kein rohes EMG.</translation>
    </message>
    <message>
        <source>Nothing is given while this stands: {finding}</source>
        <translation>Solange das besteht, wird nichts injiziert: {finding}</translation>
    </message>
    <message>
        <source>Nothing is locked yet: the repetitions were not measured.</source>
        <translation>Noch ist nichts festgestellt: die Wiederholungen wurden nicht gemessen.</translation>
    </message>
    <message>
        <source>Nothing is measured in this visit.</source>
        <translation>In diesem Besuch wird nichts gemessen.</translation>
    </message>
    <message>
        <source>Nothing is suggested while this stands.</source>
        <translation>Solange das gilt, wird nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing is to be mended; let the eyes rest while a muscle is measured.</source>
        <translation>Zu beheben ist nichts; lassen Sie die Augen ruhen, während ein Muskel gemessen wird.</translation>
    </message>
    <message>
        <source>Nothing more is coming. Say what else you noticed, then decide.</source>
        <translation>Es kommt nichts mehr. Sagen Sie, was Sie noch bemerkt haben, dann entscheiden Sie.</translation>
    </message>
    <message>
        <source>Nothing of this person is shown before all boxes are ticked.</source>
        <translation>Von dieser Person wird nichts gezeigt, bevor alle Kästchen angehakt sind.</translation>
    </message>
    <message>
        <source>Nothing speaks for a change. More units on the more active side could drop the brow that works hardest.</source>
        <translation>Nichts spricht für eine Änderung. Mehr Einheiten auf der aktiveren Seite könnten gerade die Braue senken, die am meisten arbeitet.</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>Nichts zu ändern</translation>
    </message>
    <message>
        <source>Nothing to compare: no earlier treatment of this person is on record.</source>
        <translation>Nichts zu vergleichen: keine frühere Behandlung dieser Person ist aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Notice (F7)</source>
        <translation>Bemerken (F7)</translation>
    </message>
    <message>
        <source>Numbers appear here when something is planned or measured.</source>
        <translation>Hier erscheinen Zahlen, sobald etwas geplant oder gemessen ist.</translation>
    </message>
    <message>
        <source>N{n}P top and bottom</source>
        <translation>N{n}P oben und unten</translation>
    </message>
    <message>
        <source>N{n}P top and bottom on the Daisy</source>
        <translation>N{n}P oben und unten auf dem Daisy</translation>
    </message>
    <message>
        <source>Of the last contraction; it stays until the next is finished.</source>
        <translation>Von der letzten Kontraktion; er bleibt, bis die nächste beendet ist.</translation>
    </message>
    <message>
        <source>Of {n} connections {left} are left out: empty, or of another rate or other channels.</source>
        <translation>Von {n} Verbindungen fehlen {left}: leer, oder mit anderer Rate oder anderen Kanälen.</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu: apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0</source>
        <translation>Unter Debian und Ubuntu: apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0</translation>
    </message>
    <message>
        <source>On again: tap</source>
        <translation>Wieder auf: antippen</translation>
    </message>
    <message>
        <source>One ground electrode, on bone, and no other connection to the person.</source>
        <translation>Eine Erdelektrode, auf Knochen, und keine andere Verbindung zur Person.</translation>
    </message>
    <message>
        <source>One ground for all: mid-forehead at the hair line, on bone.</source>
        <translation>Eine Erde für alle: Stirnmitte am Haaransatz, auf Knochen.</translation>
    </message>
    <message>
        <source>One muscle that moves along with another, on one side only, is synkinesis: a nerve that grew back to the wrong place. It is a diagnosis of its own, with its own treatment.</source>
        <translation>Ein Muskel, der sich mit einem anderen mitbewegt, nur auf einer Seite, ist eine Synkinesie: ein Nerv, der an den falschen Ort zurückgewachsen ist. Das ist eine eigene Diagnose mit eigener Behandlung.</translation>
    </message>
    <message>
        <source>One muscle was asked for, another lane answered: the label is wrong, not the person. Tap each electrode before measuring, and no swapped lead gets this far.</source>
        <translation>Um einen Muskel wurde gebeten, eine andere Spur antwortete: die Beschriftung ist falsch, nicht die Person. Tippen Sie vor dem Messen jede Elektrode an, und kein vertauschtes Kabel kommt so weit.</translation>
    </message>
    <message>
        <source>One of eight electrode pairs does not sit well. Which, and what do you do?</source>
        <translation>Eines von acht Elektrodenpaaren sitzt nicht gut. Welches, und was tun Sie?</translation>
    </message>
    <message>
        <source>One of the lanes is very quiet. Too quiet?</source>
        <translation>Eine der Spuren ist sehr still. Zu still?</translation>
    </message>
    <message>
        <source>One side may be working for another muscle, or against a low lid.</source>
        <translation>Vielleicht arbeitet eine Seite für einen anderen Muskel oder gegen ein tiefes Lid.</translation>
    </message>
    <message>
        <source>One unit is 0.025 mL at 4 units per 0.1 mL, close to what a syringe can do.</source>
        <translation>Eine Einheit sind 0,025 mL bei 4 Einheiten je 0,1 mL, nahe an dem, was eine Spritze kann.</translation>
    </message>
    <message>
        <source>One unit tips the result.</source>
        <translation>Eine Einheit kippt das Ergebnis.</translation>
    </message>
    <message>
        <source>Only markers?</source>
        <translation>Nur Marker?</translation>
    </message>
    <message>
        <source>Only the muscle that is asked should work. Does anything else move along?</source>
        <translation>Nur der Muskel, um den gebeten wird, soll arbeiten. Bewegt sich etwas anderes mit?</translation>
    </message>
    <message>
        <source>Only {free:.0f} MB are free beside {file!s}; a session needs {needed:.0f} MB.</source>
        <translation>Neben {file!s} sind nur {free:.0f} MB frei; eine Sitzung braucht {needed:.0f} MB.</translation>
    </message>
    <message>
        <source>Open a plan file</source>
        <translation>Eine Plandatei öffnen</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Open a session with evenhand replay, or as device session:FILE.</source>
        <translation>Öffnen Sie eine Sitzung mit evenhand replay oder als Gerät session:FILE.</translation>
    </message>
    <message>
        <source>Open it first.</source>
        <translation>Öffnen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Open questions of the examination: {count}.</source>
        <translation>Offene Fragen der Untersuchung: {count}.</translation>
    </message>
    <message>
        <source>Option {key} stands twice in {text!r}.</source>
        <translation>Die Option {key} steht zweimal in {text!r}.</translation>
    </message>
    <message>
        <source>Option {key}={text!r} of device {name!r} is not a number.</source>
        <translation>Die Option {key}={text!r} des Geräts {name!r} ist keine Zahl.</translation>
    </message>
    <message>
        <source>Option {key}={value} is not a whole number.</source>
        <translation>Die Option {key}={value} ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Option {key}={value} is unknown.</source>
        <translation>Die Option {key}={value} ist unbekannt.</translation>
    </message>
    <message>
        <source>Option {key}={value} of device {name!r} is out of range.</source>
        <translation>Die Option {key}={value} des Geräts {name!r} liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Option {part!r} in {text!r} has no value.</source>
        <translation>Die Option {part!r} in {text!r} hat keinen Wert.</translation>
    </message>
    <message>
        <source>Ordinary, and beside the point.</source>
        <translation>Üblich, und nicht der Punkt.</translation>
    </message>
    <message>
        <source>Ordinary.</source>
        <translation>Üblich.</translation>
    </message>
    <message>
        <source>Ordinary; it settles nothing.</source>
        <translation>Üblich; es entscheidet nichts.</translation>
    </message>
    <message>
        <source>Other dose (U)</source>
        <translation>Andere Dosis (U)</translation>
    </message>
    <message>
        <source>Other streams of the file, left out: {streams}.</source>
        <translation>Andere Datenströme der Datei, weggelassen: {streams}.</translation>
    </message>
    <message>
        <source>Outside the licensed indication of the EU, the UK and Switzerland: record it.</source>
        <translation>Außerhalb der in der EU, im UK und in der Schweiz zugelassenen Indikation: vermerken.</translation>
    </message>
    <message>
        <source>PDF file {path!s}</source>
        <translation>PDF-Datei {path!s}</translation>
    </message>
    <message>
        <source>PLAN CHECK without a board: a typed plan beside label, trials and practice, with source and date. No signal enters. It decides nothing; for training and research.</source>
        <translation>PLANPRÜFUNG ohne Board: ein getippter Plan neben Fachinformation, Studien und Praxis, mit Quelle und Datum. Kein Signal geht ein. Sie entscheidet nichts; für Lehre und Forschung.</translation>
    </message>
    <message>
        <source>PLAYBACK</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>PLAYBACK – a recording, nobody is measured now</source>
        <translation>WIEDERGABE – eine Aufzeichnung, niemand wird jetzt gemessen</translation>
    </message>
    <message>
        <source>PLAYBACK: historical</source>
        <translation>WIEDERGABE: historisch</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Pairs of this block</source>
        <translation>Paare dieses Blocks</translation>
    </message>
    <message>
        <source>Patient&apos;s LEFT</source>
        <translation>Patient LINKS</translation>
    </message>
    <message>
        <source>Patient&apos;s LEFT, µV</source>
        <translation>Patient LINKS, µV</translation>
    </message>
    <message>
        <source>Patient&apos;s RIGHT</source>
        <translation>Patient RECHTS</translation>
    </message>
    <message>
        <source>Patient&apos;s RIGHT, µV</source>
        <translation>Patient RECHTS, µV</translation>
    </message>
    <message>
        <source>Pedal: back</source>
        <translation>Pedal: zurück</translation>
    </message>
    <message>
        <source>Pedal: mark this moment</source>
        <translation>Pedal: diesen Moment markieren</translation>
    </message>
    <message>
        <source>Pedal: next</source>
        <translation>Pedal: weiter</translation>
    </message>
    <message>
        <source>Pedal: point given</source>
        <translation>Pedal: Punkt gegeben</translation>
    </message>
    <message>
        <source>Pedal: press the chosen button</source>
        <translation>Pedal: gewählte Taste drücken</translation>
    </message>
    <message>
        <source>Pedal: sound off and on</source>
        <translation>Pedal: Ton aus und an</translation>
    </message>
    <message>
        <source>People have a favoured side for clenching (S93), and 25 or 35 units did alike (S50): what the EMG shows here answers no question of dose.</source>
        <translation>Menschen haben eine bevorzugte Kauseite (S93), und 25 oder 35 Einheiten taten dasselbe (S50): was das EMG hier zeigt, beantwortet keine Dosisfrage.</translation>
    </message>
    <message>
        <source>People with an earlier visit, newest first</source>
        <translation>Personen mit früherem Besuch, die neueste zuerst</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person and board</source>
        <translation>Person und Board</translation>
    </message>
    <message>
        <source>Person: a label, no name is needed</source>
        <translation>Person: eine Kennung, kein Name nötig</translation>
    </message>
    <message>
        <source>Person: {label!s}</source>
        <translation>Person: {label!s}</translation>
    </message>
    <message>
        <source>Person: {label!s} (Ctrl+O: another)</source>
        <translation>Person: {label!s} (Strg+O: andere)</translation>
    </message>
    <message>
        <source>Person: {who!s}</source>
        <translation>Person: {who!s}</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Bild: {name}</translation>
    </message>
    <message>
        <source>Place and calibrate four pairs</source>
        <translation>Vier Paare setzen und kalibrieren</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan and suggestion</source>
        <translation>Plan und Vorschlag</translation>
    </message>
    <message>
        <source>Plan, product, syringe, measurement or examination changed: ask again.</source>
        <translation>Plan, Produkt, Spritze, Messung oder Untersuchung wurden geändert: fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Plan: point {index} id: {name} stands twice.</source>
        <translation>Plan: Punkt {index} id: {name} steht zweimal da.</translation>
    </message>
    <message>
        <source>Plan: point {index} muscle: {region} has several.</source>
        <translation>Plan: Punkt {index} muscle: {region} hat mehrere.</translation>
    </message>
    <message>
        <source>Plan: point {index} side: {muscle} lies in the midline.</source>
        <translation>Plan: Punkt {index} side: {muscle} liegt in der Mittellinie.</translation>
    </message>
    <message>
        <source>Plan: {field}: {value} is unknown.</source>
        <translation>Plan: {field}: {value} ist unbekannt.</translation>
    </message>
    <message>
        <source>Play another session.</source>
        <translation>Spielen Sie eine andere Sitzung ab.</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Playback needs a file.</source>
        <translation>Die Wiedergabe braucht eine Datei.</translation>
    </message>
    <message>
        <source>Plug in the lead; switch the channel on.</source>
        <translation>Kabel einstecken; Kanal einschalten.</translation>
    </message>
    <message>
        <source>Plug in the lead; switch the channel on; then repeat the calibration.</source>
        <translation>Stecke das Kabel ein, schalte den Kanal ein und wiederhole dann die Kalibrierung.</translation>
    </message>
    <message>
        <source>Plug it in again</source>
        <translation>Wieder einstecken</translation>
    </message>
    <message>
        <source>Plug it in again.</source>
        <translation>Stecken Sie es wieder ein.</translation>
    </message>
    <message>
        <source>Plug it in.</source>
        <translation>Einstecken.</translation>
    </message>
    <message>
        <source>Plug one in or turn it on. All else works without.</source>
        <translation>Schließen Sie eine an oder schalten Sie sie ein. Alles andere geht ohne.</translation>
    </message>
    <message>
        <source>Plug the board in again.</source>
        <translation>Stecken Sie das Board wieder ein.</translation>
    </message>
    <message>
        <source>Plug the board in, or take the virtual patient: --device virtual.</source>
        <translation>Stecken Sie das Board an, oder nehmen Sie den virtuellen Patienten: --device virtual.</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Points further lateral or lower, or more volume.</source>
        <translation>Punkte weiter seitlich oder tiefer, oder mehr Volumen.</translation>
    </message>
    <message>
        <source>Points of the plan</source>
        <translation>Punkte des Plans</translation>
    </message>
    <message>
        <source>Policy: product {name} is unknown.</source>
        <translation>Vorgaben: das Produkt {name} ist unbekannt.</translation>
    </message>
    <message>
        <source>Policy: region {name} is unknown.</source>
        <translation>Vorgaben: die Region {name} ist unbekannt.</translation>
    </message>
    <message>
        <source>Policy: {field}: {given} units would loosen the program&apos;s {own} units.</source>
        <translation>Vorgaben: {field}: {given} Einheiten würden die {own} Einheiten des Programms lockern.</translation>
    </message>
    <message>
        <source>Policy: {field}: {given} would loosen the program&apos;s {own}.</source>
        <translation>Vorgaben: {field}: {given} würde die {own} des Programms lockern.</translation>
    </message>
    <message>
        <source>Poor contact</source>
        <translation>Schlechter Kontakt</translation>
    </message>
    <message>
        <source>Port {port} of {address} cannot be served ({error!s}).</source>
        <translation>Port {port} von {address} lässt sich nicht bedienen ({error!s}).</translation>
    </message>
    <message>
        <source>Ports here: {ports}.</source>
        <translation>Anschlüsse hier: {ports}.</translation>
    </message>
    <message>
        <source>Postpone the treatment.</source>
        <translation>Die Behandlung verschieben.</translation>
    </message>
    <message>
        <source>Practice advice is to look again at about two weeks.</source>
        <translation>Aus der Praxis: nach etwa zwei Wochen noch einmal hinsehen.</translation>
    </message>
    <message>
        <source>Pregnancy or breast-feeding: examine, no units.</source>
        <translation>Schwangerschaft oder Stillzeit: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>Pregnancy, without contraception and breast-feeding: not recommended.</source>
        <translation>Schwangerschaft, fehlende Verhütung und Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Pregnancy: not to be used; breast-feeding: not recommended.</source>
        <translation>Schwangerschaft: nicht anwenden; Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Pregnancy: not to be used; without contraception and breast-feeding: not recommended.</source>
        <translation>Schwangerschaft: nicht anwenden; ohne Verhütung und in der Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Pregnancy: only if clearly necessary; breast-feeding: not recommended.</source>
        <translation>Schwangerschaft: nur wenn eindeutig erforderlich; Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Prepare, Inject and Review work without a board. Without a locked measurement the rules check the plan; they suggest nothing.</source>
        <translation>Vorbereiten, Injizieren und Nachsehen gehen ohne Board. Ohne festgestellte Messung prüfen die Regeln den Plan; sie schlagen nichts vor.</translation>
    </message>
    <message>
        <source>Press and purse the lips and hold</source>
        <translation>Lippen zusammenpressen, spitzen und halten</translation>
    </message>
    <message>
        <source>Press it on; if that changes nothing, look at its lead and its pin.</source>
        <translation>Drücken Sie sie an; ändert das nichts, sehen Sie nach Kabel und Pin.</translation>
    </message>
    <message>
        <source>Press longer, and tell of bruises.</source>
        <translation>Länger drücken und über Blutergüsse aufklären.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>Drucken (Strg+P)</translation>
    </message>
    <message>
        <source>Print the injection sheet</source>
        <translation>Injektionsblatt drucken</translation>
    </message>
    <message>
        <source>Printed to {path!s}</source>
        <translation>Gedruckt nach {path!s}</translation>
    </message>
    <message>
        <source>Printer {name!s}</source>
        <translation>Drucker {name!s}</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Pseudo-terminals exist on Linux and macOS; elsewhere use virtual:?link=memory.</source>
        <translation>Pseudoterminals gibt es unter Linux und macOS; sonst nehmen Sie virtual:?link=memory.</translation>
    </message>
    <message>
        <source>Published doses of this area</source>
        <translation>Veröffentlichte Dosen dieses Bereichs</translation>
    </message>
    <message>
        <source>Pull both corners of the mouth down and hold</source>
        <translation>Beide Mundwinkel nach unten ziehen und halten</translation>
    </message>
    <message>
        <source>Pull the lower lip down, tense the neck, and hold</source>
        <translation>Unterlippe herunterziehen, Hals anspannen und halten</translation>
    </message>
    <message>
        <source>Push the lower lip up, wrinkle the chin, and hold</source>
        <translation>Unterlippe hochschieben, Kinn kräuseln und halten</translation>
    </message>
    <message>
        <source>Put both contacts of the electrode closer together; measure between beats.</source>
        <translation>Beide Kontakte der Elektrode näher zusammensetzen; zwischen den Schlägen messen.</translation>
    </message>
    <message>
        <source>Put the electrode back and calibrate anew: the old reference is void.</source>
        <translation>Setzen Sie die Elektrode wieder auf und kalibrieren Sie neu: die alte Referenz gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Qt and PySide6 (LGPL), pyqtgraph, numpy, scipy, BrainFlow, pydantic, pyserial.</source>
        <translation>Qt und PySide6 (LGPL), pyqtgraph, numpy, scipy, BrainFlow, pydantic, pyserial.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Kurzer Blick</translation>
    </message>
    <message>
        <source>Quick look, for display only: {what}</source>
        <translation>Kurzer Blick, nur zur Anzeige: {what}</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>RIGHT, µV</source>
        <translation>RECHTS, µV</translation>
    </message>
    <message>
        <source>RMS amplitude at this moment; the bar shows the same as a share.</source>
        <translation>RMS-Amplitude in diesem Augenblick; der Balken zeigt dasselbe als Anteil.</translation>
    </message>
    <message>
        <source>RMS amplitude of the last finished contraction at this site.</source>
        <translation>RMS-Amplitude der letzten beendeten Kontraktion an dieser Messstelle.</translation>
    </message>
    <message>
        <source>RMS window</source>
        <translation>RMS-Fenster</translation>
    </message>
    <message>
        <source>RMS {ms:.0f} ms, {low:.0f}–{high:.0f} Hz</source>
        <translation>RMS {ms:.0f} ms, {low:.0f}–{high:.0f} Hz</translation>
    </message>
    <message>
        <source>RX and TX are joined, or the port belongs to a modem or console: take another.</source>
        <translation>RX und TX sind verbunden, oder der Anschluss gehört zu einem Modem oder einer Konsole: nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Raise both brows and hold</source>
        <translation>Beide Brauen heben und halten</translation>
    </message>
    <message>
        <source>Rate by its time stamps: {fs_hz:.2f} Hz.</source>
        <translation>Rate nach den Zeitstempeln: {fs_hz:.2f} Hz.</translation>
    </message>
    <message>
        <source>Rate {fs_hz:g} Hz as told; {measured_hz:.1f} Hz measured.</source>
        <translation>Rate {fs_hz:g} Hz wie angegeben; {measured_hz:.1f} Hz gemessen.</translation>
    </message>
    <message>
        <source>Re-seat</source>
        <translation>Neu setzen</translation>
    </message>
    <message>
        <source>Re-seat and repeat</source>
        <translation>Neu setzen und wiederholen</translation>
    </message>
    <message>
        <source>Re-seat the electrode and repeat; if the muscle does not move, examine it.</source>
        <translation>Elektrode neu setzen und wiederholen; bewegt sich der Muskel nicht, untersuchen.</translation>
    </message>
    <message>
        <source>Re-seat the electrode, dry the skin around it, lower the gain.</source>
        <translation>Elektrode neu setzen, die Haut darum trocknen, Verstärkung senken.</translation>
    </message>
    <message>
        <source>Re-seat the electrode; check its lead and the ground electrode.</source>
        <translation>Elektrode neu setzen; Kabel und Erdelektrode prüfen.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Real electrodes on a person: battery power only, surface electrodes only, never a needle electrode.</source>
        <translation>Echte Elektroden an einem Menschen: nur Batteriebetrieb, nur Oberflächenelektroden, niemals eine Nadelelektrode.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason to go on</source>
        <translation>Grund, trotzdem fortzufahren</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Reconnect a lost board</source>
        <translation>Verlorenes Board neu verbinden</translation>
    </message>
    <message>
        <source>Record at least {n}, better {better}.</source>
        <translation>Nehmen Sie mindestens {n} auf, besser {better}.</translation>
    </message>
    <message>
        <source>Record at least {n}.</source>
        <translation>Nehmen Sie mindestens {n} auf.</translation>
    </message>
    <message>
        <source>Recording stopped. {what}</source>
        <translation>Die Aufzeichnung hat aufgehört. {what}</translation>
    </message>
    <message>
        <source>Recording {name} ({kind})</source>
        <translation>Aufzeichnung {name} ({kind})</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Regular beats about once a second in all lanes are the heart. The ground belongs on bone of the head, and the pairs close together and along the fibres.</source>
        <translation>Regelmäßige Schläge etwa einmal je Sekunde in allen Spuren sind das Herz. Die Erde gehört auf Knochen am Kopf, und die Paare eng zusammen und entlang der Fasern.</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>Ablehnen
(R)</translation>
    </message>
    <message>
        <source>Relax</source>
        <translation>Entspannen</translation>
    </message>
    <message>
        <source>Relax the whole face</source>
        <translation>Das ganze Gesicht entspannen</translation>
    </message>
    <message>
        <source>Relax. Next: {task}</source>
        <translation>Entspannen. Danach: {task}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Rename one.</source>
        <translation>Benennen Sie einen um.</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeat it.</source>
        <translation>Wiederholen Sie sie.</translation>
    </message>
    <message>
        <source>Repeat the calibration with the present settings.</source>
        <translation>Wiederholen Sie die Kalibrierung mit den jetzigen Einstellungen.</translation>
    </message>
    <message>
        <source>Repeat the calibration.</source>
        <translation>Wiederholen Sie die Kalibrierung.</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Report it; end this visit and begin another.</source>
        <translation>Melde ihn; beende diesen Besuch und beginne einen neuen.</translation>
    </message>
    <message>
        <source>Rest and noise</source>
        <translation>Ruhe und Rauschen</translation>
    </message>
    <message>
        <source>Rest first, then three whole-face contractions, both sides together: that gives each site its baseline and its reference. Green everywhere and a calibration that was accepted: go on.</source>
        <translation>Erst Ruhe, dann drei Kontraktionen des ganzen Gesichts, beide Seiten zusammen: das gibt jeder Messstelle Grundlinie und Referenz. Überall grün und eine angenommene Kalibrierung: weiter.</translation>
    </message>
    <message>
        <source>Rest shows {rest_uv:.1f} µV (a still face is below {limit_uv:.0f} µV).</source>
        <translation>Ruhe zeigt {rest_uv:.1f} µV (ein ruhiges Gesicht liegt unter {limit_uv:.0f} µV).</translation>
    </message>
    <message>
        <source>Restart it, and shorten the cable if this happens again.</source>
        <translation>Starten Sie es neu, und kürzen Sie das Kabel, wenn es wieder geschieht.</translation>
    </message>
    <message>
        <source>Restore it from a copy.</source>
        <translation>Stelle sie aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Reviewed by {name}.</source>
        <translation>Geprüft von {name}.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Right: {cause}</source>
        <translation>Rechts: {cause}</translation>
    </message>
    <message>
        <source>Round to the syringe</source>
        <translation>Auf die Spritze runden</translation>
    </message>
    <message>
        <source>Run it in a terminal, or say --checked if all of it is true.</source>
        <translation>Starten Sie es in einem Terminal, oder geben Sie --checked an, wenn alles zutrifft.</translation>
    </message>
    <message>
        <source>Run the calibration; until then read microvolts only.</source>
        <translation>Führen Sie die Kalibrierung durch; bis dahin nur Mikrovolt lesen.</translation>
    </message>
    <message>
        <source>SAFETY</source>
        <translation>SICHERHEIT</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>SIMULATED – a virtual patient, no person is measured</source>
        <translation>SIMULIERT – ein virtueller Patient, kein Mensch wird gemessen</translation>
    </message>
    <message>
        <source>SIMULATED – training on a made-up patient, never for care</source>
        <translation>SIMULIERT – Übung, nie zur Behandlung</translation>
    </message>
    <message>
        <source>SIMULATED: a virtual patient</source>
        <translation>SIMULIERT: ein virtueller Patient</translation>
    </message>
    <message>
        <source>Safety: what was asked and found</source>
        <translation>Sicherheit: was gefragt und gefunden wurde</translation>
    </message>
    <message>
        <source>Said, but not there: {what}</source>
        <translation>Gesagt, aber nicht vorhanden: {what}</translation>
    </message>
    <message>
        <source>Samples are missing or railed within the rest.</source>
        <translation>In der Ruhe fehlen Messwerte oder stehen am Anschlag.</translation>
    </message>
    <message>
        <source>Samples at {fs_hz:g} Hz met filters for {design_hz:g} Hz.</source>
        <translation>Abtastwerte mit {fs_hz:g} Hz trafen auf Filter für {design_hz:g} Hz.</translation>
    </message>
    <message>
        <source>Samples come in bursts of {burst_ms:.0f} ms, and what is shown is as late. Set the latency timer of the port&apos;s driver to 1 ms, or plug the dongle in directly.</source>
        <translation>Messwerte kommen in Schüben von {burst_ms:.0f} ms, und ebenso spät ist, was gezeigt wird. Stellen Sie den Latency Timer des Anschlusstreibers auf 1 ms, oder stecken Sie den Dongle direkt ein.</translation>
    </message>
    <message>
        <source>Save all attempts</source>
        <translation>Alle Versuche speichern</translation>
    </message>
    <message>
        <source>Save all attempts as CSV (Ctrl+S)</source>
        <translation>Alle Versuche als CSV speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Save this plan as a file</source>
        <translation>Diesen Plan als Datei speichern</translation>
    </message>
    <message>
        <source>Saved as {path!s}</source>
        <translation>Gespeichert als {path!s}</translation>
    </message>
    <message>
        <source>Say another rate</source>
        <translation>Andere Rate angeben</translation>
    </message>
    <message>
        <source>Say another unit</source>
        <translation>Andere Einheit angeben</translation>
    </message>
    <message>
        <source>Say it (Enter)</source>
        <translation>Sagen (Eingabe)</translation>
    </message>
    <message>
        <source>Say it: --rate 1000. Or add a column named time (s).</source>
        <translation>Geben Sie sie an: --rate 1000. Oder fügen Sie eine Spalte namens time (s) hinzu.</translation>
    </message>
    <message>
        <source>Say it: ?unit=uV.</source>
        <translation>Sagen Sie sie: ?unit=uV.</translation>
    </message>
    <message>
        <source>Say what you notice as soon as you see it (F7). End with one decision and one reason (F8). Saying what is not there costs points.</source>
        <translation>Sagen Sie, was Sie bemerken, sobald Sie es sehen (F7). Enden Sie mit einer Entscheidung und einem Grund (F8). Zu sagen, was nicht da ist, kostet Punkte.</translation>
    </message>
    <message>
        <source>Say which: --device {spec}</source>
        <translation>Sagen Sie, welches: --device {spec}</translation>
    </message>
    <message>
        <source>Say which: ?decimal=comma or ?separator=comma.</source>
        <translation>Sagen Sie, was: ?decimal=comma oder ?separator=comma.</translation>
    </message>
    <message>
        <source>Say whose: ?master_board=0 for the Cyton.</source>
        <translation>Sagen Sie, wessen: ?master_board=0 für den Cyton.</translation>
    </message>
    <message>
        <source>Say why you go on, or leave it.</source>
        <translation>Den Grund angeben, oder es lassen.</translation>
    </message>
    <message>
        <source>Scenario {title!r} has no muscle {muscle!r}.</source>
        <translation>Das Szenario {title!r} hat keinen Muskel {muscle!r}.</translation>
    </message>
    <message>
        <source>Scenario: examination toxin_days: region {name} is unknown.</source>
        <translation>Szenario: examination toxin_days: die Region {name} ist unbekannt.</translation>
    </message>
    <message>
        <source>Scenario: {problem}.</source>
        <translation>Szenario: {problem}.</translation>
    </message>
    <message>
        <source>Score: {score:.0f} of 100</source>
        <translation>Wertung: {score:.0f} von 100</translation>
    </message>
    <message>
        <source>Scrunch the nose, as at a bad smell, and hold</source>
        <translation>Nase rümpfen wie bei einem üblen Geruch und halten</translation>
    </message>
    <message>
        <source>Second five</source>
        <translation>Zweite fünf</translation>
    </message>
    <message>
        <source>Second placement: every lane is proven. Now reference and repetitions.</source>
        <translation>Zweite Platzierung: jede Spur ist bewiesen. Jetzt Referenz und Wiederholungen.</translation>
    </message>
    <message>
        <source>Second placement: tap each electrode again.</source>
        <translation>Zweite Platzierung: tippen Sie jede Elektrode noch einmal an.</translation>
    </message>
    <message>
        <source>Second: {what}</source>
        <translation>Danach: {what}</translation>
    </message>
    <message>
        <source>See BrainFlow&apos;s list of exit codes.</source>
        <translation>Siehe BrainFlows Liste der Exit-Codes.</translation>
    </message>
    <message>
        <source>See `evenhand devices`, and name it: --device SPEC.</source>
        <translation>Sehen Sie mit `evenhand devices` nach, und nennen Sie es: --device SPEC.</translation>
    </message>
    <message>
        <source>Seed {seed!r} is not a whole number.</source>
        <translation>Die Saat {seed!r} ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Sent to {printer!s}</source>
        <translation>An {printer!s} gesendet</translation>
    </message>
    <message>
        <source>Session file: {name!s}</source>
        <translation>Sitzungsdatei: {name!s}</translation>
    </message>
    <message>
        <source>Session total: {total} units is above the clinic&apos;s {limit} units.</source>
        <translation>Summe der Sitzung: {total} Einheiten liegen über den {limit} Einheiten der Praxis.</translation>
    </message>
    <message>
        <source>Session total: {total} units is above the label&apos;s {limit} units in one session.</source>
        <translation>Summe der Sitzung: {total} Einheiten liegen über den {limit} Einheiten der Fachinformation in einer Sitzung.</translation>
    </message>
    <message>
        <source>Session total: {total} units is above the label&apos;s {limit} units over {days} days.</source>
        <translation>Summe der Sitzung: {total} Einheiten liegen über den {limit} Einheiten der Fachinformation in {days} Tagen.</translation>
    </message>
    <message>
        <source>Session total: {total} units is above the label&apos;s {limit} units per session: off label.</source>
        <translation>Summe der Sitzung: {total} Einheiten liegen über den {limit} Einheiten der Fachinformation je Sitzung: off-label.</translation>
    </message>
    <message>
        <source>Session total: {total} units is more than the largest vial of {brand} ({vial} units).</source>
        <translation>Summe der Sitzung: {total} Einheiten ist mehr als die größte Durchstechflasche von {brand} ({vial} Einheiten).</translation>
    </message>
    <message>
        <source>Session total: {total} units is much for {brand}.</source>
        <translation>Summe der Sitzung: {total} Einheiten ist viel für {brand}.</translation>
    </message>
    <message>
        <source>Session total: {total} units of {brand}.</source>
        <translation>Summe der Sitzung: {total} Einheiten {brand}.</translation>
    </message>
    <message>
        <source>Session total: {total} units of {brand}. No maximum of a session is known for it.</source>
        <translation>Summe der Sitzung: {total} Einheiten {brand}. Ein Höchstwert je Sitzung ist dafür nicht bekannt.</translation>
    </message>
    <message>
        <source>Set baud to what the sketch says in Serial.begin.</source>
        <translation>Setzen Sie baud auf das, was der Sketch in Serial.begin sagt.</translation>
    </message>
    <message>
        <source>Set the board&apos;s rate right, or switch it off and on again.</source>
        <translation>Stellen Sie die Rate des Boards richtig ein, oder schalten Sie es aus und wieder ein.</translation>
    </message>
    <message>
        <source>Set the rate right in the program that sends it.</source>
        <translation>Stellen Sie die Rate in dem Programm richtig ein, das sendet.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Several boards answer: {boards}.</source>
        <translation>Mehrere Boards antworten: {boards}.</translation>
    </message>
    <message>
        <source>She is expecting</source>
        <translation>Sie ist schwanger</translation>
    </message>
    <message>
        <source>Sheet (F)</source>
        <translation>Blatt (F)</translation>
    </message>
    <message>
        <source>Shift by measured activity</source>
        <translation>Nach gemessener Aktivität verschieben</translation>
    </message>
    <message>
        <source>Since the injection: {what}. {do}</source>
        <translation>Seit der Injektion: {what}. {do}</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Skin and electrodes</source>
        <translation>Haut und Elektroden</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Überspringen (Esc)</translation>
    </message>
    <message>
        <source>Skip [S]</source>
        <translation>Auslassen [S]</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Smile and hold</source>
        <translation>Lächeln und halten</translation>
    </message>
    <message>
        <source>Smile broadly, lips closed, and hold</source>
        <translation>Breit lächeln, Lippen geschlossen, und halten</translation>
    </message>
    <message>
        <source>So does the brow.</source>
        <translation>Ebenso die Braue.</translation>
    </message>
    <message>
        <source>Somebody switches a lamp on, and off, and on again.</source>
        <translation>Jemand schaltet eine Lampe ein, aus und wieder ein.</translation>
    </message>
    <message>
        <source>Someone with a gummy smile. The left side pulls more strongly; the plan is even.</source>
        <translation>Jemand mit Zahnfleischlächeln. Die linke Seite zieht stärker; der Plan ist gleich.</translation>
    </message>
    <message>
        <source>Something answers on {port}, but it is no OpenBCI Cyton: {seen}.</source>
        <translation>An {port} antwortet etwas, aber kein OpenBCI Cyton: {seen}.</translation>
    </message>
    <message>
        <source>Something happened since the injection: none.</source>
        <translation>Seit der Injektion ist etwas aufgetreten: keine.</translation>
    </message>
    <message>
        <source>Sound needs miniaudio, which is not installed.</source>
        <translation>Ton braucht miniaudio, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Sound off and on</source>
        <translation>Ton aus und an</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Sources of the numbers</source>
        <translation>Quellen der Zahlen</translation>
    </message>
    <message>
        <source>Space or Enter: given   U: another dose   N: note   Backspace: take back   Ctrl+P: print</source>
        <translation>Leertaste oder Eingabe: gegeben   U: andere Dosis   N: Notiz   Rücktaste: zurücknehmen   Strg+P: drucken</translation>
    </message>
    <message>
        <source>Spread the skin and look at the lines again.</source>
        <translation>Die Haut spreizen und die Falten noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Spread to the lip depressor: a crooked lower lip.</source>
        <translation>Ausbreitung in den Lippensenker: eine schiefe Unterlippe.</translation>
    </message>
    <message>
        <source>Spread, with a risk for the cornea. Eye clinic the same day; a sudden loss of sight: emergency.</source>
        <translation>Ausbreitung, mit Gefahr für die Hornhaut. Am selben Tag in die Augenklinik; plötzlicher Sehverlust: Notfall.</translation>
    </message>
    <message>
        <source>Squint and hold</source>
        <translation>Augen zusammenkneifen und halten</translation>
    </message>
    <message>
        <source>Start (Enter)</source>
        <translation>Start (Eingabe)</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>Starten Sie es zuerst.</translation>
    </message>
    <message>
        <source>Start it, and check that both are in one network.</source>
        <translation>Starten Sie ihn, und prüfen Sie, ob beide in einem Netz sind.</translation>
    </message>
    <message>
        <source>Start it, or leave markers= out.</source>
        <translation>Starten Sie ihn, oder lassen Sie markers= weg.</translation>
    </message>
    <message>
        <source>Start reference</source>
        <translation>Referenz beginnen</translation>
    </message>
    <message>
        <source>Start repetitions</source>
        <translation>Wiederholungen beginnen</translation>
    </message>
    <message>
        <source>Start tapping</source>
        <translation>Tippen beginnen</translation>
    </message>
    <message>
        <source>Start the rest</source>
        <translation>Ruhe beginnen</translation>
    </message>
    <message>
        <source>Start this case (Enter)</source>
        <translation>Diesen Fall starten (Eingabe)</translation>
    </message>
    <message>
        <source>Step by step from the skin to a locked measurement. Enter does what the step is for and goes on; a skipped step says what it costs. A decision rests on the locked measurement, never on a live number.</source>
        <translation>Schritt für Schritt von der Haut zur festgestellten Messung. Eingabe tut, wozu der Schritt da ist, und geht weiter; ein ausgelassener Schritt sagt, was er kostet. Eine Entscheidung ruht auf der festgestellten Messung, nie auf einer laufenden Zahl.</translation>
    </message>
    <message>
        <source>Step {n}: {name}, {state}</source>
        <translation>Schritt {n}: {name}, {state}</translation>
    </message>
    <message>
        <source>Steps of the measurement</source>
        <translation>Schritte der Messung</translation>
    </message>
    <message>
        <source>Stop the stream first.</source>
        <translation>Halten Sie zuerst den Datenstrom an.</translation>
    </message>
    <message>
        <source>Stray mains current flows through the skin contact: where the contact is poor, the hum is large. Hum in one lane is an electrode; hum in all lanes is the room.</source>
        <translation>Streuströme aus dem Netz fließen durch den Hautkontakt: wo der Kontakt schlecht ist, ist das Brummen groß. Brummen in einer Spur ist eine Elektrode; Brummen in allen Spuren ist der Raum.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Suggestion, reasons and findings</source>
        <translation>Vorschlag, Gründe und Befunde</translation>
    </message>
    <message>
        <source>Summary of this treatment</source>
        <translation>Zusammenfassung dieser Behandlung</translation>
    </message>
    <message>
        <source>Surface electrodes only: no needle electrode is connected.</source>
        <translation>Nur Oberflächenelektroden: keine Nadelelektrode ist angeschlossen.</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>Links und rechts vertauschen</translation>
    </message>
    <message>
        <source>Swap the leads of channels {one} and {other}.</source>
        <translation>Tauschen Sie die Kabel der Kanäle {one} und {other}.</translation>
    </message>
    <message>
        <source>Switch Bluetooth on (on Linux its service BlueZ must run), or use the board&apos;s own dongle: ganglion:PORT.</source>
        <translation>Schalten Sie Bluetooth ein (unter Linux muss sein Dienst BlueZ laufen), oder nehmen Sie den Dongle des Boards: ganglion:PORT.</translation>
    </message>
    <message>
        <source>Switch it off and on again, and press the shield&apos;s reset.</source>
        <translation>Schalten Sie es aus und wieder ein, und drücken Sie Reset am Shield.</translation>
    </message>
    <message>
        <source>Switch it off and on again.</source>
        <translation>Schalten Sie es aus und wieder ein.</translation>
    </message>
    <message>
        <source>Switch it on, bring it near, and close other programs that hold it.</source>
        <translation>Schalten Sie es ein, bringen Sie es in die Nähe, und schließen Sie andere Programme, die es halten.</translation>
    </message>
    <message>
        <source>Switch the Cyton on, and press the shield&apos;s reset.</source>
        <translation>Schalten Sie den Cyton ein, und drücken Sie Reset am Shield.</translation>
    </message>
    <message>
        <source>Switch the board off and on again.</source>
        <translation>Schalten Sie das Board aus und wieder ein.</translation>
    </message>
    <message>
        <source>Switch the board to PC, check its battery, and that both are on one channel.</source>
        <translation>Stellen Sie das Board auf PC, prüfen Sie die Batterie und ob beide auf einem Kanal sind.</translation>
    </message>
    <message>
        <source>Switch the computer&apos;s Bluetooth on (on Linux its service BlueZ must run); a board on a port needs ?serial_port=PORT.</source>
        <translation>Schalten Sie das Bluetooth des Rechners ein (unter Linux muss sein Dienst BlueZ laufen); ein Board an einem Anschluss braucht ?serial_port=PORT.</translation>
    </message>
    <message>
        <source>Switched off on the board: channel {channels}.</source>
        <translation>Auf dem Board abgeschaltet: Kanal {channels}.</translation>
    </message>
    <message>
        <source>Synkinesis: does the mouth move with the eye, or the eye with the mouth?</source>
        <translation>Synkinesie: bewegt sich der Mund mit dem Auge, oder das Auge mit dem Mund?</translation>
    </message>
    <message>
        <source>Synkinesis: examine, no units.</source>
        <translation>Synkinesie: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>Syringe</source>
        <translation>Spritze</translation>
    </message>
    <message>
        <source>Syringe: {words}</source>
        <translation>Spritze: {words}</translation>
    </message>
    <message>
        <source>TEACHING MODEL, NOT FOR CARE: a simulated face, a range from two small studies</source>
        <translation>LEHRMODELL, NICHT ZUR BEHANDLUNG: ein simuliertes Gesicht, ein Bereich aus zwei kleinen Studien</translation>
    </message>
    <message>
        <source>TRAINING   {now_s:.0f} s of {end_s:.0f} s</source>
        <translation>ÜBUNG   {now_s:.0f} s von {end_s:.0f} s</translation>
    </message>
    <message>
        <source>TRAINING: simulated patient, not for care</source>
        <translation>ÜBUNG: simulierter Patient, nicht zur Behandlung</translation>
    </message>
    <message>
        <source>Tab and Shift+Tab: the next and the previous control; F10: the menu</source>
        <translation>Tab und Umschalt+Tab: das nächste und das vorige Element; F10: das Menü</translation>
    </message>
    <message>
        <source>Take all electrodes off, clean the skin, put them on again at the same sites. Then tap each, and repeat reference and repetitions.</source>
        <translation>Nehmen Sie alle Elektroden ab, reinigen Sie die Haut, setzen Sie sie an denselben Messstellen wieder auf. Dann jede antippen und Referenz und Wiederholungen noch einmal.</translation>
    </message>
    <message>
        <source>Take back (Backspace)</source>
        <translation>Zurück (Rücktaste)</translation>
    </message>
    <message>
        <source>Take hum out</source>
        <translation>Brummen entfernen</translation>
    </message>
    <message>
        <source>Take it off, clean the skin with alcohol, let it dry, put on a new one.</source>
        <translation>Abnehmen, die Haut mit Alkohol reinigen, trocknen lassen, eine neue aufsetzen.</translation>
    </message>
    <message>
        <source>Take that file up.</source>
        <translation>Nehmen Sie jene Datei wieder auf.</translation>
    </message>
    <message>
        <source>Take that line out.</source>
        <translation>Löschen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>Take the answer back (Ctrl+Z)</source>
        <translation>Antwort zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Take the sensor&apos;s raw output (RAW, not ENV or SIG); an envelope is not measured.</source>
        <translation>Nehmen Sie den Rohausgang des Sensors (RAW, nicht ENV oder SIG); eine Hüllkurve wird nicht gemessen.</translation>
    </message>
    <message>
        <source>Take this person&apos;s plan, or choose the other person.</source>
        <translation>Nehmen Sie den Plan dieser Person, oder wählen Sie die andere Person.</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Tap it</source>
        <translation>Antippen</translation>
    </message>
    <message>
        <source>Tap test</source>
        <translation>Tipptest</translation>
    </message>
    <message>
        <source>Tap the electrode and see that its own lane answers.</source>
        <translation>Tippen Sie die Elektrode an und sehen Sie, ob ihre eigene Spur antwortet.</translation>
    </message>
    <message>
        <source>Tap the electrode itself, firmly, two or three times; then check its lead.</source>
        <translation>Tippen Sie die Elektrode selbst fest an, zwei- oder dreimal; prüfen Sie dann ihr Kabel.</translation>
    </message>
    <message>
        <source>Tap {muscle}, patient&apos;s {side}, gently, twice</source>
        <translation>{muscle}, Patientenseite {side}: zweimal sanft antippen</translation>
    </message>
    <message>
        <source>Task of {task}: {leads} leads.</source>
        <translation>Aufgabe {task}: {leads} führt.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Dieser Tag kommt noch.</translation>
    </message>
    <message>
        <source>That is longer than {n} letters.</source>
        <translation>Das ist länger als {n} Zeichen.</translation>
    </message>
    <message>
        <source>That is not two numbers.</source>
        <translation>Das sind nicht zwei Zahlen.</translation>
    </message>
    <message>
        <source>The ADS1299 has no gain {gain:g}.</source>
        <translation>Der ADS1299 hat keine Verstärkung {gain:g}.</translation>
    </message>
    <message>
        <source>The ADS1299 has no gain {gain}.</source>
        <translation>Der ADS1299 hat keine Verstärkung {gain}.</translation>
    </message>
    <message>
        <source>The Chords board</source>
        <translation>Das Chords-Board</translation>
    </message>
    <message>
        <source>The Chords board is not open.</source>
        <translation>Das Chords-Board ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The Cyton</source>
        <translation>Das Cyton</translation>
    </message>
    <message>
        <source>The Cyton needs a port.</source>
        <translation>Der Cyton braucht einen Anschluss.</translation>
    </message>
    <message>
        <source>The Ganglion</source>
        <translation>Das Ganglion</translation>
    </message>
    <message>
        <source>The Ganglion needs its dongle&apos;s port.</source>
        <translation>Der Ganglion braucht den Anschluss seines Dongles.</translation>
    </message>
    <message>
        <source>The Ganglion tells no impedance of {electrode}.</source>
        <translation>Der Ganglion nennt keine Impedanz von {electrode}.</translation>
    </message>
    <message>
        <source>The Ganglion told no impedance within {seconds:.0f} s.</source>
        <translation>Der Ganglion nannte in {seconds:.0f} s keine Impedanz.</translation>
    </message>
    <message>
        <source>The Ganglion&apos;s test current could not be switched off.</source>
        <translation>Der Prüfstrom des Ganglion ließ sich nicht abschalten.</translation>
    </message>
    <message>
        <source>The LSL stream is not open.</source>
        <translation>Der LSL-Strom ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The LSL stream {name!r} does not tell its unit.</source>
        <translation>Der LSL-Strom {name!r} nennt seine Einheit nicht.</translation>
    </message>
    <message>
        <source>The LSL stream {name!r} ended.</source>
        <translation>Der LSL-Strom {name!r} ist zu Ende.</translation>
    </message>
    <message>
        <source>The LSL stream {stream!r} has no rate: it is no signal.</source>
        <translation>Der LSL-Strom {stream!r} hat keine Rate: er ist kein Signal.</translation>
    </message>
    <message>
        <source>The WiFi shield</source>
        <translation>Das WiFi-Shield</translation>
    </message>
    <message>
        <source>The WiFi shield at {address} has no board.</source>
        <translation>Der WiFi-Shield unter {address} hat kein Board.</translation>
    </message>
    <message>
        <source>The WiFi shield needs its address.</source>
        <translation>Der WiFi-Shield braucht seine Adresse.</translation>
    </message>
    <message>
        <source>The asymmetry was not measured.</source>
        <translation>Die Asymmetrie wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>The band is narrow: a different spectrum on one side looks like a different strength.</source>
        <translation>Das Band ist schmal: ein anderes Spektrum auf einer Seite sieht aus wie eine andere Stärke.</translation>
    </message>
    <message>
        <source>The band {label} is empty.</source>
        <translation>Das Band {label} ist leer.</translation>
    </message>
    <message>
        <source>The baseline is on record; nothing was measured after the treatment yet.</source>
        <translation>Die Ausgangslage ist aufgezeichnet; nach der Behandlung wurde noch nichts gemessen.</translation>
    </message>
    <message>
        <source>The bench&apos;s board did not start.</source>
        <translation>Das Board der Messung startete nicht.</translation>
    </message>
    <message>
        <source>The board</source>
        <translation>Das Board</translation>
    </message>
    <message>
        <source>The board carries up to {board_high_hz:g} Hz, the band begins at {low_hz:g} Hz.</source>
        <translation>Das Board trägt bis {board_high_hz:g} Hz, das Band beginnt bei {low_hz:g} Hz.</translation>
    </message>
    <message>
        <source>The board did not take the reference of channel {channels}.</source>
        <translation>Das Board hat die Referenz von Kanal {channels} nicht übernommen.</translation>
    </message>
    <message>
        <source>The board fell silent.</source>
        <translation>Das Board ist verstummt.</translation>
    </message>
    <message>
        <source>The board is back after {away_s:.0f} s; the visit goes on. {what}</source>
        <translation>Das Board ist nach {away_s:.0f} s wieder da; der Besuch geht weiter. {what}</translation>
    </message>
    <message>
        <source>The board is lost. Check its power, its battery and the dongle.</source>
        <translation>Das Board ist verloren. Prüfen Sie Strom, Batterie und Dongle.</translation>
    </message>
    <message>
        <source>The board is lost: nothing can be measured before it is back.</source>
        <translation>Das Board ist verloren: Bis es wieder da ist, kann nichts gemessen werden.</translation>
    </message>
    <message>
        <source>The board is not open.</source>
        <translation>Das Board ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The board measures one electrode after the other; EMG is not read meanwhile. Under {limit:g} kOhm, better under {better:g}; left and right within a factor of 2.</source>
        <translation>Das Board misst eine Elektrode nach der anderen; EMG wird dabei nicht gelesen. Unter {limit:g} kOhm, besser unter {better:g}; links und rechts innerhalb des Faktors 2.</translation>
    </message>
    <message>
        <source>The board on {port} did not answer {name}.</source>
        <translation>Das Board an {port} hat auf {name} nicht geantwortet.</translation>
    </message>
    <message>
        <source>The board on {port} was unplugged or switched off.</source>
        <translation>Das Board an {port} wurde abgezogen oder ausgeschaltet.</translation>
    </message>
    <message>
        <source>The board prints no columns of numbers: {lines!r}.</source>
        <translation>Das Board druckt keine Zahlenspalten: {lines!r}.</translation>
    </message>
    <message>
        <source>The board refused &apos;{command}&apos;: {reply}.</source>
        <translation>Das Board hat „{command}“ abgelehnt: {reply}.</translation>
    </message>
    <message>
        <source>The board refused {text!r}: {reply}.</source>
        <translation>Das Board hat {text!r} abgelehnt: {reply}.</translation>
    </message>
    <message>
        <source>The board refuses {command} {value}: {reason}.</source>
        <translation>Das Board lehnt {command} {value} ab: {reason}.</translation>
    </message>
    <message>
        <source>The board runs at {measured_hz:.1f} Hz by this computer&apos;s clock, not at {declared_hz:g} Hz: no number, lock or suggestion holds.</source>
        <translation>Das Board läuft nach der Uhr dieses Computers mit {measured_hz:.1f} Hz statt mit {declared_hz:g} Hz: Keine Zahl, keine Sperrung und kein Vorschlag gilt.</translation>
    </message>
    <message>
        <source>The board runs at {measured_hz:.1f} Hz by this computer&apos;s clock, not at {fs_hz:g} Hz: check the board&apos;s rate setting.</source>
        <translation>Das Board läuft nach der Uhr dieses Rechners mit {measured_hz:.1f} Hz, nicht mit {fs_hz:g} Hz: prüfen Sie die Rate am Board.</translation>
    </message>
    <message>
        <source>The board runs on its battery (3 to 6 V) and nothing charges it.</source>
        <translation>Das Board läuft auf seiner Batterie (3 bis 6 V), und nichts lädt sie.</translation>
    </message>
    <message>
        <source>The board says it is {name!r}, which is not known.</source>
        <translation>Das Board sagt, es sei {name!r}, was nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The board sent something that is no number within the last 2 s.</source>
        <translation>Das Board sandte in den letzten 2 s etwas, das keine Zahl ist.</translation>
    </message>
    <message>
        <source>The board sent too few samples for a calibration.</source>
        <translation>Das Board sandte zu wenige Abtastwerte für eine Kalibrierung.</translation>
    </message>
    <message>
        <source>The board sent too little to measure contact.</source>
        <translation>Das Board sandte zu wenig, um den Kontakt zu messen.</translation>
    </message>
    <message>
        <source>The board tells no common gain: {gains}.</source>
        <translation>Das Board nennt keine gemeinsame Verstärkung: {gains}.</translation>
    </message>
    <message>
        <source>The board told {told} of {n_channels} channel settings: gain, rails and reference are not known.</source>
        <translation>Das Board nannte {told} von {n_channels} Kanaleinstellungen: Verstärkung, Anschläge und Referenz sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The board took gain {gain} on {taken} of {n_channels} channels.</source>
        <translation>Das Board hat Verstärkung {gain} auf {taken} von {n_channels} Kanälen übernommen.</translation>
    </message>
    <message>
        <source>The board was lost before its end.</source>
        <translation>Das Board ging vor dem Ende verloren.</translation>
    </message>
    <message>
        <source>The board&apos;s answer to {text!r} cannot be read.</source>
        <translation>Die Antwort des Boards auf {text!r} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The brow may drop: frontalis alone lifts it, and it may be making up for a low lid.</source>
        <translation>Die Braue kann sinken: nur der Frontalis hebt sie, und vielleicht gleicht er ein tiefes Lid aus.</translation>
    </message>
    <message>
        <source>The brow went up and this lane stayed still.</source>
        <translation>Die Braue ging hoch und diese Spur blieb still.</translation>
    </message>
    <message>
        <source>The calibration is kept.</source>
        <translation>Die Kalibrierung gilt weiter.</translation>
    </message>
    <message>
        <source>The calibration is not kept: it is another board ({serial}), whose leads nobody has proven. Tap and calibrate again.</source>
        <translation>Die Kalibrierung gilt nicht mehr: Es ist ein anderes Board ({serial}), dessen Kabel niemand geprüft hat. Klopfen und kalibrieren Sie neu.</translation>
    </message>
    <message>
        <source>The calibration is not kept: the board now has {n} channels. Calibrate again.</source>
        <translation>Die Kalibrierung gilt nicht mehr: Das Board hat jetzt {n} Kanäle. Kalibrieren Sie neu.</translation>
    </message>
    <message>
        <source>The calibration is not kept: {site} came off while the board was away. Re-seat it, then calibrate again.</source>
        <translation>Die Kalibrierung gilt nicht mehr: {site} hat sich gelöst, während das Board weg war. Setzen Sie die Elektrode neu und kalibrieren Sie dann neu.</translation>
    </message>
    <message>
        <source>The calibration is not kept: {why} {remedy}</source>
        <translation>Die Kalibrierung gilt nicht mehr: {why} {remedy}</translation>
    </message>
    <message>
        <source>The calibration was accepted and no lane complains.</source>
        <translation>Die Kalibrierung wurde angenommen und keine Spur klagt.</translation>
    </message>
    <message>
        <source>The calibration was accepted.</source>
        <translation>Die Kalibrierung wurde angenommen.</translation>
    </message>
    <message>
        <source>The calibration was accepted. Is there anything that speaks against going on?</source>
        <translation>Die Kalibrierung wurde angenommen. Spricht etwas dagegen, weiterzugehen?</translation>
    </message>
    <message>
        <source>The card does not tell gain and rate: the Cyton&apos;s defaults are taken, 24 and {fs_hz:g} Hz.</source>
        <translation>Die Karte nennt Verstärkung und Rate nicht: die Vorgaben des Cyton gelten, 24 und {fs_hz:g} Hz.</translation>
    </message>
    <message>
        <source>The cheek answered in its place.</source>
        <translation>Die Wange antwortete an ihrer Stelle.</translation>
    </message>
    <message>
        <source>The cheek fires with it.</source>
        <translation>Die Wange feuert mit.</translation>
    </message>
    <message>
        <source>The chosen case</source>
        <translation>Der gewählte Fall</translation>
    </message>
    <message>
        <source>The chosen signals have several rates: {rates} Hz.</source>
        <translation>Die gewählten Signale haben mehrere Raten: {rates} Hz.</translation>
    </message>
    <message>
        <source>The clinic&apos;s policy allows no EMG shift.</source>
        <translation>Die Vorgaben der Praxis erlauben keine EMG-Verschiebung.</translation>
    </message>
    <message>
        <source>The clinic&apos;s policy, a TOML file (next visit)</source>
        <translation>Vorgaben der Praxis, eine TOML-Datei (nächster Besuch)</translation>
    </message>
    <message>
        <source>The clinic&apos;s price of one vial</source>
        <translation>Der Preis der Praxis für eine Durchstechflasche</translation>
    </message>
    <message>
        <source>The comma in {lines!r} may be a decimal comma or divide two numbers.</source>
        <translation>Das Komma in {lines!r} kann ein Dezimalkomma sein oder zwei Zahlen trennen.</translation>
    </message>
    <message>
        <source>The computer runs on its battery; no device on the mains is wired to it.</source>
        <translation>Der Rechner läuft auf Batterie; kein Gerät am Netz ist mit ihm verkabelt.</translation>
    </message>
    <message>
        <source>The connection was given up to make it anew.</source>
        <translation>Die Verbindung wurde aufgegeben, um sie neu aufzubauen.</translation>
    </message>
    <message>
        <source>The contraindications of this product are not in the tables: read its label.</source>
        <translation>Die Kontraindikationen dieses Produkts stehen nicht in den Tabellen: lesen Sie die Fachinformation.</translation>
    </message>
    <message>
        <source>The count of lost samples climbs.</source>
        <translation>Die Zahl verlorener Messwerte steigt.</translation>
    </message>
    <message>
        <source>The counter of the packets tells what is missing. A few percent already bend an envelope at the moment that counts. Move the dongle into sight of the board.</source>
        <translation>Der Zähler der Pakete sagt, was fehlt. Schon wenige Prozent verbiegen eine Hüllkurve in dem Augenblick, auf den es ankommt. Bringen Sie den Dongle in Sicht des Boards.</translation>
    </message>
    <message>
        <source>The country of use is not set: nothing is said of what is licensed there.</source>
        <translation>Das Land der Anwendung ist nicht eingestellt: Über die Zulassung dort wird nichts gesagt.</translation>
    </message>
    <message>
        <source>The difference is that of a healthy smile.</source>
        <translation>Der Unterschied ist der eines gesunden Lächelns.</translation>
    </message>
    <message>
        <source>The disk did not answer for {seconds:.1f} s.</source>
        <translation>Der Datenträger antwortete {seconds:.1f} s lang nicht.</translation>
    </message>
    <message>
        <source>The dongle is pulled out during the third contraction</source>
        <translation>Der Dongle wird während der dritten Kontraktion herausgezogen</translation>
    </message>
    <message>
        <source>The dongle on {port} answers, but no Cyton answers the dongle.</source>
        <translation>Der Dongle an {port} antwortet, aber kein Cyton antwortet dem Dongle.</translation>
    </message>
    <message>
        <source>The dongle sits behind a metal trolley.</source>
        <translation>Der Dongle steckt hinter einem Metallwagen.</translation>
    </message>
    <message>
        <source>The dosing rules, with the reasons that stand below it.</source>
        <translation>Die Dosierregeln, mit den Gründen, die darunter stehen.</translation>
    </message>
    <message>
        <source>The effect is greatest at day 14.</source>
        <translation>Die Wirkung ist an Tag 14 am größten.</translation>
    </message>
    <message>
        <source>The effect is near its full only between day 8 and 14 (S61), and no label knows an interval of a week. EMG under toxin is no baseline.</source>
        <translation>Die Wirkung ist erst zwischen Tag 8 und 14 nahezu voll (S61), und keine Fachinformation kennt einen Abstand von einer Woche. EMG unter Toxin ist keine Ausgangslage.</translation>
    </message>
    <message>
        <source>The electrode&apos;s voltage moved by {jump_uv:.0f} µV within a second.</source>
        <translation>Die Spannung der Elektrode sprang binnen einer Sekunde um {jump_uv:.0f} µV.</translation>
    </message>
    <message>
        <source>The electrodes are off. Give the plan point by point and tick each point as it is given: time, dose and lot go on record, also a dose that was not the planned one. A tick that was a mistake is taken back, which is on record too. No board is needed.</source>
        <translation>Die Elektroden sind ab. Geben Sie den Plan Punkt für Punkt und haken Sie jeden Punkt ab, sobald er gegeben ist: Zeit, Dosis und Charge kommen in die Aufzeichnung, auch eine Dosis, die nicht die geplante war. Ein irrtümliches Häkchen wird zurückgenommen, auch das wird aufgezeichnet. Kein Board nötig.</translation>
    </message>
    <message>
        <source>The end of this visit may be missing in the file.</source>
        <translation>Das Ende dieses Besuchs kann in der Datei fehlen.</translation>
    </message>
    <message>
        <source>The entry point of device {name!r} leads nowhere: {error}.</source>
        <translation>Der Entry Point des Geräts {name!r} führt nirgendwohin: {error}.</translation>
    </message>
    <message>
        <source>The envelope has not come below {floor_uv:.0f} µV for ten seconds (rest is at most {limit_uv:.0f} µV).</source>
        <translation>Die Hüllkurve lag seit zehn Sekunden nicht unter {floor_uv:.0f} µV (Ruhe ist höchstens {limit_uv:.0f} µV).</translation>
    </message>
    <message>
        <source>The eye fires at rest.</source>
        <translation>Das Auge feuert in Ruhe.</translation>
    </message>
    <message>
        <source>The eye that closes with the brow</source>
        <translation>Das Auge, das sich mit der Braue schließt</translation>
    </message>
    <message>
        <source>The face stays still for 6 s, hands off the leads: less than {limit:.0f} µV, and no hum through the filters. The reference begins with this rest.</source>
        <translation>Das Gesicht bleibt 6 s ruhig, Hände weg von den Kabeln: unter {limit:.0f} µV, und kein Brummen durch die Filter. Die Referenz beginnt mit dieser Ruhe.</translation>
    </message>
    <message>
        <source>The file is cut off in line {line}, which is left out.</source>
        <translation>Die Datei bricht in Zeile {line} ab, die weggelassen wird.</translation>
    </message>
    <message>
        <source>The file is cut off within its last record, which is left out.</source>
        <translation>Die Datei bricht in ihrem letzten Block ab, der weggelassen wird.</translation>
    </message>
    <message>
        <source>The file is cut off: it declares {declared} records of {record_s:g} s and holds {found}.</source>
        <translation>Die Datei bricht ab: sie gibt {declared} Blöcke von {record_s:g} s an und enthält {found}.</translation>
    </message>
    <message>
        <source>The forehead works while it should rest.</source>
        <translation>Die Stirn arbeitet, während sie ruhen sollte.</translation>
    </message>
    <message>
        <source>The framed board</source>
        <translation>Das Framed-Board</translation>
    </message>
    <message>
        <source>The framed board is not open.</source>
        <translation>Das Framed-Board ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The frontalis alone lifts the brow; its asymmetry is examined, never dosed.</source>
        <translation>Nur der Frontalis hebt die Braue; seine Asymmetrie wird untersucht, nie dosiert.</translation>
    </message>
    <message>
        <source>The frontalis was not holding this lid up.</source>
        <translation>Der Frontalis hat dieses Lid nicht oben gehalten.</translation>
    </message>
    <message>
        <source>The glabella has a fixed label pattern, and no healthy range of the corrugators is published.</source>
        <translation>Die Glabella hat ein festes Schema in der Fachinformation, und für die Corrugatoren ist kein gesunder Bereich veröffentlicht.</translation>
    </message>
    <message>
        <source>The ground electrode was moved to the collar bone.</source>
        <translation>Die Erdelektrode wurde auf das Schlüsselbein versetzt.</translation>
    </message>
    <message>
        <source>The header counts {declared} samples ({declared_s:.0f} s), the file holds {found} ({found_s:.1f} s): {missing} are missing.</source>
        <translation>Der Kopf zählt {declared} Messwerte ({declared_s:.0f} s), die Datei enthält {found} ({found_s:.1f} s): {missing} fehlen.</translation>
    </message>
    <message>
        <source>The header of {name} is damaged.</source>
        <translation>Der Kopf von {name} ist beschädigt.</translation>
    </message>
    <message>
        <source>The heart in the lanes</source>
        <translation>Das Herz in den Spuren</translation>
    </message>
    <message>
        <source>The holds vary widely, as most people&apos;s do. Four more can narrow the interval.</source>
        <translation>Die Kontraktionen schwanken stark, wie bei den meisten Menschen. Vier weitere können das Intervall verengen.</translation>
    </message>
    <message>
        <source>The index itself is ordinary, and says nothing here.</source>
        <translation>Der Index selbst ist üblich und sagt hier nichts.</translation>
    </message>
    <message>
        <source>The input is at the end of its range, or was within the last 2 s.</source>
        <translation>Der Eingang steht am Ende seines Bereichs oder stand dort in den letzten 2 s.</translation>
    </message>
    <message>
        <source>The interval of one placement knows nothing of where electrodes sit.</source>
        <translation>Der Bereich einer Platzierung weiß nichts davon, wo die Elektroden sitzen.</translation>
    </message>
    <message>
        <source>The label gives 12 units per side; practice runs from 4 to 15.</source>
        <translation>Die Fachinformation nennt 12 Einheiten je Seite; die Praxis reicht von 4 bis 15.</translation>
    </message>
    <message>
        <source>The label has 20 together with the glabella; practice 4 to 16, mean 12.2.</source>
        <translation>Die Fachinformation nennt 20 zusammen mit der Glabella; Praxis 4 bis 16, Mittel 12,2.</translation>
    </message>
    <message>
        <source>The label has 3 per side; practice 1 to 5.</source>
        <translation>Die Fachinformation nennt 3 je Seite; Praxis 1 bis 5.</translation>
    </message>
    <message>
        <source>The label is 20 units in five points of 4. 15 units is less than the label, and 10 units did clearly worse.</source>
        <translation>Die Fachinformation nennt 20 Einheiten in fünf Punkten zu 4. 15 Einheiten sind weniger als die Fachinformation, und 10 Einheiten wirkten deutlich schlechter.</translation>
    </message>
    <message>
        <source>The label of the person is blank.</source>
        <translation>Die Kennung der Person ist leer.</translation>
    </message>
    <message>
        <source>The label says {label} in 0.1 mL, its vial over its diluent gives {computed}: {percent:.1f} % apart. Which counts?</source>
        <translation>Die Fachinformation sagt {label} in 0,1 mL, ihre Flasche durch ihr Verdünnungsmittel ergibt {computed}: {percent:.1f} % Unterschied. Was gilt?</translation>
    </message>
    <message>
        <source>The label&apos;s strength and the computed one agree: nothing to choose.</source>
        <translation>Stärke der Fachinformation und berechnete stimmen überein: nichts zu wählen.</translation>
    </message>
    <message>
        <source>The lane of {other} answered the tap on {site}.</source>
        <translation>Die Spur von {other} hat auf das Antippen von {site} geantwortet.</translation>
    </message>
    <message>
        <source>The lane stands still at the end of its range.</source>
        <translation>Die Spur steht still am Ende ihres Bereichs.</translation>
    </message>
    <message>
        <source>The lane turns into pure hum.</source>
        <translation>Die Spur wird zu reinem Brummen.</translation>
    </message>
    <message>
        <source>The lanes beat together at about 70 a minute.</source>
        <translation>Die Spuren schlagen zusammen, etwa 70-mal je Minute.</translation>
    </message>
    <message>
        <source>The leads are swapped</source>
        <translation>Die Kabel sind vertauscht</translation>
    </message>
    <message>
        <source>The left eye works while only the brows were asked for.</source>
        <translation>Das linke Auge arbeitet, obwohl nur um die Brauen gebeten wurde.</translation>
    </message>
    <message>
        <source>The licences of its vials of 50, 100 and 150 units were revoked in 2020-06 and litigated since; 4 units per label point, glabella from 20 to 65 years.</source>
        <translation>Die Zulassungen der Flaschen zu 50, 100 und 150 Einheiten wurden 2020-06 widerrufen und sind seither vor Gericht; 4 Einheiten je Punkt, Glabella von 20 bis 65 Jahren.</translation>
    </message>
    <message>
        <source>The link loses samples</source>
        <translation>Die Verbindung verliert Messwerte</translation>
    </message>
    <message>
        <source>The locked measurement.</source>
        <translation>Die festgestellte Messung.</translation>
    </message>
    <message>
        <source>The lot of the first visit is not known.</source>
        <translation>Die Charge des ersten Besuchs ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The lot of the vial is missing.</source>
        <translation>Die Charge der Durchstechflasche fehlt.</translation>
    </message>
    <message>
        <source>The manifest of the dose tables is damaged.</source>
        <translation>Das Verzeichnis der Dosistabellen ist beschädigt.</translation>
    </message>
    <message>
        <source>The measured asymmetry is ordinary: healthy foreheads differ by 11 % on average. It explains no difference of dose. What is left is a plan whose sides differ for no stated reason: even it out, or state the reason.</source>
        <translation>Die gemessene Asymmetrie ist üblich: gesunde Stirnen unterscheiden sich im Mittel um 11 %. Sie erklärt keinen Dosisunterschied. Es bleibt ein Plan, dessen Seiten ohne genannten Grund verschieden sind: angleichen oder den Grund nennen.</translation>
    </message>
    <message>
        <source>The measurement is locked. Compare index, examination and plan, then decide.</source>
        <translation>Die Messung ist festgestellt. Vergleichen Sie Index, Untersuchung und Plan, dann entscheiden Sie.</translation>
    </message>
    <message>
        <source>The measurement is {age} min old; it holds for {limit} min.</source>
        <translation>Die Messung ist {age} min alt; sie gilt {limit} min.</translation>
    </message>
    <message>
        <source>The measurement is {age} min old; it holds for {limit} min: measure again.</source>
        <translation>Die Messung ist {age} min alt; sie gilt {limit} min: messen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The measurement may be perfect. The question comes before it.</source>
        <translation>Die Messung mag vollkommen sein. Die Frage kommt vorher.</translation>
    </message>
    <message>
        <source>The middle 1.0 s of the contraction</source>
        <translation>Die mittlere 1,0 s der Kontraktion</translation>
    </message>
    <message>
        <source>The newest measurement before the first treatment on record.</source>
        <translation>Die neueste Messung vor der ersten aufgezeichneten Behandlung.</translation>
    </message>
    <message>
        <source>The newest sample is {age_s:.1f} s old.</source>
        <translation>Der neueste Messwert ist {age_s:.1f} s alt.</translation>
    </message>
    <message>
        <source>The other side works too, less.</source>
        <translation>Die andere Seite arbeitet auch, weniger.</translation>
    </message>
    <message>
        <source>The output cannot be written: {error!s}.</source>
        <translation>Die Ausgabe lässt sich nicht schreiben: {error!s}.</translation>
    </message>
    <message>
        <source>The patient faces you</source>
        <translation>Der Patient sieht Sie an</translation>
    </message>
    <message>
        <source>The patient&apos;s face: each muscle as bright as it works</source>
        <translation>Das Gesicht des Patienten: jeder Muskel so hell, wie er arbeitet</translation>
    </message>
    <message>
        <source>The patient&apos;s side</source>
        <translation>Die Seite des Patienten</translation>
    </message>
    <message>
        <source>The person rests: every lane should be quiet. Look along all of them.</source>
        <translation>Die Person ruht: jede Spur soll still sein. Sehen Sie alle entlang.</translation>
    </message>
    <message>
        <source>The plan and the measurement of one and the same person.</source>
        <translation>Plan und Messung ein und derselben Person.</translation>
    </message>
    <message>
        <source>The plan before the patient lies down. Ctrl+N begins one from the label, B from the last visit. Type units point by point, or T and a side&apos;s total; each key on a button works from everywhere. Tab goes to the examination, the face map and the fields. O opens a plan file, Ctrl+S saves one.</source>
        <translation>Der Plan, bevor sich die Person hinlegt. Strg+N beginnt einen nach der Fachinformation, B nach dem letzten Besuch. Einheiten Punkt für Punkt eintippen, oder T und die Summe einer Seite; jede Taste auf einer Schaltfläche gilt überall. Tab führt zu Untersuchung, Gesichtskarte und Feldern. O öffnet eine Plandatei, Strg+S speichert eine.</translation>
    </message>
    <message>
        <source>The plan has no point {point}.</source>
        <translation>Der Plan hat keinen Punkt {point}.</translation>
    </message>
    <message>
        <source>The plan is for {planned}, the measurement is of {measured}.</source>
        <translation>Der Plan ist für {planned}, die Messung von {measured}.</translation>
    </message>
    <message>
        <source>The plan; volumes from its vial, diluent and syringe.</source>
        <translation>Der Plan; Volumina aus Flasche, Verdünnungsmittel und Spritze.</translation>
    </message>
    <message>
        <source>The printer {name} is not there any more.</source>
        <translation>Den Drucker {name} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The product holds lactose: read the label&apos;s list of excipients.</source>
        <translation>Das Präparat enthält Lactose: die Liste der Hilfsstoffe lesen.</translation>
    </message>
    <message>
        <source>The program ended before this visit did, and this was written last: {points}. Whether the screen showed the tick is not known. Given? Tick it in Inject (F4); if not, take it back.</source>
        <translation>Das Programm endete vor diesem Termin, und dies wurde zuletzt geschrieben: {points}. Ob der Bildschirm das Häkchen gezeigt hat, ist nicht bekannt. Gegeben? In Injizieren (F4) abhaken; wenn nicht, zurücknehmen.</translation>
    </message>
    <message>
        <source>The quiet side</source>
        <translation>Die stille Seite</translation>
    </message>
    <message>
        <source>The reason is written down and the measurement does not contradict it.</source>
        <translation>Der Grund ist aufgeschrieben, und die Messung widerspricht ihm nicht.</translation>
    </message>
    <message>
        <source>The record goes on in {path!s}</source>
        <translation>Die Aufzeichnung geht weiter in {path!s}</translation>
    </message>
    <message>
        <source>The record goes to another place …</source>
        <translation>Die Aufzeichnung geht an einen anderen Ort …</translation>
    </message>
    <message>
        <source>The record is closed.</source>
        <translation>Die Aufzeichnung ist geschlossen.</translation>
    </message>
    <message>
        <source>The record is {behind_s:.1f} s behind: the disk answers too slowly.</source>
        <translation>Die Aufzeichnung ist {behind_s:.1f} s im Rückstand: Der Datenträger antwortet zu langsam.</translation>
    </message>
    <message>
        <source>The recording has no channel {key!r}.</source>
        <translation>Die Aufzeichnung hat keinen Kanal {key!r}.</translation>
    </message>
    <message>
        <source>The recording holds values that are not numbers.</source>
        <translation>Die Aufnahme enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The recording is empty.</source>
        <translation>Die Aufnahme ist leer.</translation>
    </message>
    <message>
        <source>The recording {path} cannot be read: {reason}.</source>
        <translation>Die Aufzeichnung {path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The reference contraction is {minutes:.0f} minutes old.</source>
        <translation>Die Referenzkontraktion ist {minutes:.0f} Minuten alt.</translation>
    </message>
    <message>
        <source>The research profile, or a simulated patient.</source>
        <translation>Das Forschungsprofil oder ein simulierter Patient.</translation>
    </message>
    <message>
        <source>The right is nearly silent.</source>
        <translation>Rechts ist fast still.</translation>
    </message>
    <message>
        <source>The room was cleared of chargers. Check all lanes once more before going on.</source>
        <translation>Der Raum wurde von Ladegeräten befreit. Prüfen Sie alle Spuren noch einmal, bevor es weitergeht.</translation>
    </message>
    <message>
        <source>The rule {name} failed, so nothing is suggested: report this.</source>
        <translation>Die Regel {name} ist fehlgeschlagen, darum wird nichts vorgeschlagen: bitte melden.</translation>
    </message>
    <message>
        <source>The same board is already open in this program.</source>
        <translation>Dasselbe Board ist in diesem Programm schon geöffnet.</translation>
    </message>
    <message>
        <source>The same plan, another face: fine skin over a scar on the right. The right lane is larger.</source>
        <translation>Derselbe Plan, ein anderes Gesicht: zarte Haut über einer Narbe rechts. Die rechte Spur ist größer.</translation>
    </message>
    <message>
        <source>The score describes one attempt at a simulated case; it is no measure of competence.</source>
        <translation>Die Wertung beschreibt einen Versuch an einem simulierten Fall; sie ist kein Maß der Befähigung.</translation>
    </message>
    <message>
        <source>The session files of this person.</source>
        <translation>Die Sitzungsdateien dieser Person.</translation>
    </message>
    <message>
        <source>The session is of an older kind: of its board and samples nothing can be proven.</source>
        <translation>Die Sitzung ist von älterer Art: Über Board und Messwerte lässt sich nichts beweisen.</translation>
    </message>
    <message>
        <source>The session stopped by a fault of the program: {error!s}.</source>
        <translation>Die Sitzung endete durch einen Fehler des Programms: {error!s}.</translation>
    </message>
    <message>
        <source>The session was not closed in order; what was recorded until then is here.</source>
        <translation>Die Sitzung wurde nicht ordentlich geschlossen; was bis dahin aufgezeichnet wurde, ist hier.</translation>
    </message>
    <message>
        <source>The session was not started.</source>
        <translation>Die Sitzung wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>The settings are not kept: {why!s}</source>
        <translation>Die Einstellungen werden nicht behalten: {why!s}</translation>
    </message>
    <message>
        <source>The settings in {path!s} cannot be used. The usual ones apply.</source>
        <translation>Die Einstellungen in {path!s} sind nicht brauchbar. Es gelten die üblichen.</translation>
    </message>
    <message>
        <source>The sheet cannot be printed there.</source>
        <translation>Das Blatt lässt sich dort nicht drucken.</translation>
    </message>
    <message>
        <source>The sides were not tensed with the same effort, or one is the habitual one.</source>
        <translation>Die Seiten wurden nicht gleich stark angespannt, oder eine ist die gewohnte.</translation>
    </message>
    <message>
        <source>The signal moves by {span_uv:.2f} µV in a second, less than the amplifier&apos;s own noise.</source>
        <translation>Das Signal bewegt sich um {span_uv:.2f} µV in einer Sekunde, weniger als das eigene Rauschen des Verstärkers.</translation>
    </message>
    <message>
        <source>The signal was not good on both sides.</source>
        <translation>Das Signal war nicht auf beiden Seiten gut.</translation>
    </message>
    <message>
        <source>The simulated Cyton is not open.</source>
        <translation>Das simulierte Cyton ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The simulated Cyton is not plugged in.</source>
        <translation>Das simulierte Cyton ist nicht eingesteckt.</translation>
    </message>
    <message>
        <source>The simulated Cyton refused the test current: {reply!r}.</source>
        <translation>Das simulierte Cyton hat den Prüfstrom abgelehnt: {reply!r}.</translation>
    </message>
    <message>
        <source>The simulated Cyton was unplugged.</source>
        <translation>Der simulierte Cyton wurde abgezogen.</translation>
    </message>
    <message>
        <source>The source renders at {fs_hz:g} Hz, which is no multiple of {board_hz:g} Hz.</source>
        <translation>Die Quelle erzeugt {fs_hz:g} Hz, kein Vielfaches von {board_hz:g} Hz.</translation>
    </message>
    <message>
        <source>The stream has ended.</source>
        <translation>Der Datenstrom ist zu Ende.</translation>
    </message>
    <message>
        <source>The stream stands in the file in {n} parts.</source>
        <translation>Der Datenstrom steht in {n} Teilen in der Datei.</translation>
    </message>
    <message>
        <source>The sum of what a person entered point by point.</source>
        <translation>Die Summe dessen, was ein Mensch Punkt für Punkt eingegeben hat.</translation>
    </message>
    <message>
        <source>The syringe&apos;s own tolerance is not given.</source>
        <translation>Die Toleranz der Spritze ist nicht angegeben.</translation>
    </message>
    <message>
        <source>The syringe&apos;s own tolerance of {percent} % is up to ±{units} units in a point.</source>
        <translation>Die Toleranz der Spritze von {percent} % macht bis zu ±{units} Einheiten in einem Punkt aus.</translation>
    </message>
    <message>
        <source>The table {file} does not hold what it should.</source>
        <translation>Die Tabelle {file} enthält nicht, was sie soll.</translation>
    </message>
    <message>
        <source>The table {file} holds no {kind}.</source>
        <translation>Die Tabelle {file} enthält keine {kind}.</translation>
    </message>
    <message>
        <source>The table {file} is damaged: {problem}.</source>
        <translation>Die Tabelle {file} ist beschädigt: {problem}.</translation>
    </message>
    <message>
        <source>The table {file} is missing.</source>
        <translation>Die Tabelle {file} fehlt.</translation>
    </message>
    <message>
        <source>The table {file} is not the one that was released: at least one byte differs.</source>
        <translation>Die Tabelle {file} ist nicht die veröffentlichte: mindestens ein Byte weicht ab.</translation>
    </message>
    <message>
        <source>The table {file} is of version {version}, this program reads {own}.</source>
        <translation>Die Tabelle {file} hat Version {version}, dieses Programm liest {own}.</translation>
    </message>
    <message>
        <source>The table {file}: {kind} {field}: {problem}.</source>
        <translation>Die Tabelle {file}: {kind} {field}: {problem}.</translation>
    </message>
    <message>
        <source>The tables give no dilution of {product}.</source>
        <translation>Die Tabellen nennen keine Verdünnung von {product}.</translation>
    </message>
    <message>
        <source>The tables give no label pattern of {product}.</source>
        <translation>Die Tabellen nennen kein Schema der Fachinformation von {product}.</translation>
    </message>
    <message>
        <source>The tables hold {name} twice.</source>
        <translation>Die Tabellen enthalten {name} zweimal.</translation>
    </message>
    <message>
        <source>The tables name {name}, which is not there.</source>
        <translation>Die Tabellen nennen {name}, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The test current of {electrode} could not be switched off.</source>
        <translation>Der Prüfstrom von {electrode} ließ sich nicht abschalten.</translation>
    </message>
    <message>
        <source>The text board</source>
        <translation>Das Text-Board</translation>
    </message>
    <message>
        <source>The text board is not open.</source>
        <translation>Das Text-Board ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The training profile is for simulated patients only; this measurement is {origin}.</source>
        <translation>Das Übungsprofil ist nur für simulierte Patienten; diese Messung ist {origin}.</translation>
    </message>
    <message>
        <source>The vial expired on {date}.</source>
        <translation>Die Durchstechflasche ist am {date} verfallen.</translation>
    </message>
    <message>
        <source>The vial&apos;s price has no currency: give it, as in EUR or USD.</source>
        <translation>Der Preis der Flasche hat keine Währung: geben Sie sie an, etwa EUR oder USD.</translation>
    </message>
    <message>
        <source>The virtual board did not start in time.</source>
        <translation>Das virtuelle Board startete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The virtual board did not start.</source>
        <translation>Das virtuelle Board startete nicht.</translation>
    </message>
    <message>
        <source>The virtual patient is chosen: nobody would be measured. Choose no board or this person&apos;s board; Enter again begins a simulated visit.</source>
        <translation>Der virtuelle Patient ist gewählt: Niemand würde gemessen. Wählen Sie kein Board oder das Board dieser Person; noch einmal Enter beginnt einen simulierten Besuch.</translation>
    </message>
    <message>
        <source>The visit in {file} went on in {other}.</source>
        <translation>Der Besuch in {file} ging in {other} weiter.</translation>
    </message>
    <message>
        <source>The visit is over.</source>
        <translation>Der Besuch ist beendet.</translation>
    </message>
    <message>
        <source>The volume is rounded down to the syringe&apos;s graduation.</source>
        <translation>Das Volumen ist auf den Teilstrich der Spritze abgerundet.</translation>
    </message>
    <message>
        <source>The whole face contracts: does every lane rise, and fall again?</source>
        <translation>Das ganze Gesicht spannt an: steigt jede Spur und fällt sie wieder?</translation>
    </message>
    <message>
        <source>The window needs Qt, which cannot be loaded: {error}.</source>
        <translation>Das Fenster braucht Qt, das sich nicht laden lässt: {error}.</translation>
    </message>
    <message>
        <source>The window says LOST and takes the numbers away.</source>
        <translation>Das Fenster sagt VERLOREN und nimmt die Zahlen weg.</translation>
    </message>
    <message>
        <source>The {name} is {value:g} Hz.</source>
        <translation>{name}: {value:g} Hz.</translation>
    </message>
    <message>
        <source>The {side} side&apos;s baseline is too small: {mean} µV is not {times} times rest.</source>
        <translation>Der Ausgangswert der Seite {side} ist zu klein: {mean} µV sind nicht das {times}fache der Ruhe.</translation>
    </message>
    <message>
        <source>The {side} side&apos;s rest is not known.</source>
        <translation>Die Ruhe der Seite {side} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The {which} shows {kohm:.0f} kOhm: it is off.</source>
        <translation>{which} zeigt {kohm:.0f} kOhm: sie ist ab.</translation>
    </message>
    <message>
        <source>The {which} shows {kohm:.1f} kOhm (at most {limit:g}).</source>
        <translation>{which} zeigt {kohm:.1f} kOhm (höchstens {limit:g}).</translation>
    </message>
    <message>
        <source>There are neither samples nor doses in it.</source>
        <translation>Sie enthält weder Messwerte noch Dosen.</translation>
    </message>
    <message>
        <source>There are {names!s}.</source>
        <translation>Es gibt {names!s}.</translation>
    </message>
    <message>
        <source>There is no LSL stream of markers {name!r}.</source>
        <translation>Es gibt keinen LSL-Strom von Markierungen {name!r}.</translation>
    </message>
    <message>
        <source>There is no LSL stream of {by} {name!r}.</source>
        <translation>Es gibt keinen LSL-Strom mit {by} {name!r}.</translation>
    </message>
    <message>
        <source>There is no board in this visit.</source>
        <translation>Dieser Besuch hat kein Board.</translation>
    </message>
    <message>
        <source>There is no board in this visit: nothing is measured.</source>
        <translation>In diesem Besuch gibt es kein Board: nichts wird gemessen.</translation>
    </message>
    <message>
        <source>There is no device {name!r}.</source>
        <translation>Es gibt kein Gerät {name!r}.</translation>
    </message>
    <message>
        <source>There is no display for the window.</source>
        <translation>Für das Fenster ist kein Bildschirm da.</translation>
    </message>
    <message>
        <source>There is no file {file!s}.</source>
        <translation>Es gibt keine Datei {file!s}.</translation>
    </message>
    <message>
        <source>There is no folder {folder!s}.</source>
        <translation>Es gibt keinen Ordner {folder!s}.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>Es gibt keinen Ordner {path}.</translation>
    </message>
    <message>
        <source>There is no language {code!r}.</source>
        <translation>Es gibt keine Sprache {code!r}.</translation>
    </message>
    <message>
        <source>There is no link {link!r}.</source>
        <translation>Es gibt keine Verbindung {link!r}.</translation>
    </message>
    <message>
        <source>There is no measurement to decide by.</source>
        <translation>Es gibt keine Messung, nach der zu entscheiden wäre.</translation>
    </message>
    <message>
        <source>There is no patient on this board.</source>
        <translation>An diesem Board ist kein Patient.</translation>
    </message>
    <message>
        <source>There is no plan to print.</source>
        <translation>Es gibt keinen Plan zu drucken.</translation>
    </message>
    <message>
        <source>There is no plan yet: Ctrl+N begins one.</source>
        <translation>Noch kein Plan: Strg+N beginnt einen.</translation>
    </message>
    <message>
        <source>There is no port {port}.</source>
        <translation>Es gibt keinen Anschluss {port}.</translation>
    </message>
    <message>
        <source>There is no published range, so there is no reason to change anything.</source>
        <translation>Es ist kein Bereich veröffentlicht, also gibt es keinen Grund, etwas zu ändern.</translation>
    </message>
    <message>
        <source>There is no reference &apos;{reference}&apos;.</source>
        <translation>Es gibt keine Referenz „{reference}“.</translation>
    </message>
    <message>
        <source>There is no signal {signal!r}.</source>
        <translation>Es gibt kein Signal {signal!r}.</translation>
    </message>
    <message>
        <source>There is no stream to mark.</source>
        <translation>Es gibt kein laufendes Signal, das zu markieren wäre.</translation>
    </message>
    <message>
        <source>There is no such date: {text}.</source>
        <translation>Dieses Datum gibt es nicht: {text}.</translation>
    </message>
    <message>
        <source>There is no virtual board {kind!r}.</source>
        <translation>Es gibt kein virtuelles Board {kind!r}.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Nichts ist wiederherzustellen.</translation>
    </message>
    <message>
        <source>There is nothing to mend.</source>
        <translation>Nichts ist zu beheben.</translation>
    </message>
    <message>
        <source>There is nothing to undo; a decision is never undone.</source>
        <translation>Nichts ist rückgängig zu machen; eine Entscheidung wird es nie.</translation>
    </message>
    <message>
        <source>They are on no label here.</source>
        <translation>Sie stehen hier in keiner Fachinformation.</translation>
    </message>
    <message>
        <source>They differ by more than repeating does: the placement counts.</source>
        <translation>Sie unterscheiden sich um mehr als beim Wiederholen: die Platzierung zählt.</translation>
    </message>
    <message>
        <source>Thick, sebaceous skin.</source>
        <translation>Dicke, talgreiche Haut.</translation>
    </message>
    <message>
        <source>Think of antibodies, and of technique.</source>
        <translation>An Antikörper und an die Technik denken.</translation>
    </message>
    <message>
        <source>Thinner fat on one side lets more signal through.</source>
        <translation>Dünneres Fett auf einer Seite lässt mehr Signal durch.</translation>
    </message>
    <message>
        <source>Thinner skin on one side</source>
        <translation>Dünnere Haut auf einer Seite</translation>
    </message>
    <message>
        <source>Thinner tissue lets more and higher frequencies through: the same muscle looks larger. Surface EMG measures what arrives, not what is there.</source>
        <translation>Dünneres Gewebe lässt mehr und höhere Frequenzen durch: derselbe Muskel sieht größer aus. Oberflächen-EMG misst, was ankommt, nicht, was da ist.</translation>
    </message>
    <message>
        <source>This board is on a person. Tick the list on the right, by the keys 1 to 4: board and computer on batteries, surface electrodes only. Nothing of this person is shown before.</source>
        <translation>Dieses Board ist an einem Menschen. Haken Sie rechts die Liste ab, mit den Tasten 1 bis 4: Board und Rechner auf Batterie, nur Oberflächenelektroden. Vorher wird von dieser Person nichts gezeigt.</translation>
    </message>
    <message>
        <source>This board&apos;s counter is not known: loss is counted by the clock alone.</source>
        <translation>Der Zähler dieses Boards ist nicht bekannt: Verlust wird nur nach der Uhr gezählt.</translation>
    </message>
    <message>
        <source>This computer has no Bluetooth that can be used.</source>
        <translation>Dieser Rechner hat kein brauchbares Bluetooth.</translation>
    </message>
    <message>
        <source>This dilution is not in the tables; vial over diluent gives {computed} units per 0.1 mL.</source>
        <translation>Diese Verdünnung steht nicht in den Tabellen; Flasche durch Verdünnungsmittel ergibt {computed} Einheiten je 0,1 mL.</translation>
    </message>
    <message>
        <source>This is the trap of the trade: to equalise the EMG. The average healthy forehead would get two units of difference for nothing (from S45 and S89). In 115 people with uneven brows equal doses made them more even (S55).</source>
        <translation>Das ist die Falle des Fachs: das EMG anzugleichen. Die durchschnittliche gesunde Stirn bekäme zwei Einheiten Unterschied für nichts (aus S45 und S89). Bei 115 Menschen mit ungleichen Brauen machten gleiche Dosen sie gleicher (S55).</translation>
    </message>
    <message>
        <source>This lane is the same as that of {other}.</source>
        <translation>Diese Spur ist dieselbe wie die von {other}.</translation>
    </message>
    <message>
        <source>This plan is for {other}, and {subject} is treated.</source>
        <translation>Dieser Plan ist für {other}, behandelt wird {subject}.</translation>
    </message>
    <message>
        <source>This session was recorded from a simulated patient.</source>
        <translation>Diese Sitzung wurde von einem simulierten Patienten aufgezeichnet.</translation>
    </message>
    <message>
        <source>This stream has ended with its board: begin another visit (Ctrl+O).</source>
        <translation>Dieser Strom endete mit seinem Board: Beginnen Sie einen anderen Besuch (Ctrl+O).</translation>
    </message>
    <message>
        <source>This system has no pseudo-terminals ({error}).</source>
        <translation>Dieses System hat keine Pseudoterminals ({error}).</translation>
    </message>
    <message>
        <source>This system has no pseudo-terminals.</source>
        <translation>Dieses System hat keine Pseudoterminals.</translation>
    </message>
    <message>
        <source>This visit has no board, and most faces need none: Prepare, Inject and Review work without it.</source>
        <translation>Dieser Besuch hat kein Board, und die meisten Gesichter brauchen keines: Vorbereiten, Injizieren und Nachsehen gehen ohne.</translation>
    </message>
    <message>
        <source>This visit is not recorded.</source>
        <translation>Dieser Besuch wird nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>This visit, until now</source>
        <translation>Dieser Besuch, bis jetzt</translation>
    </message>
    <message>
        <source>Tick each point as it is given, by Space or by a foot pedal. Time, dose and lot go on record.</source>
        <translation>Haken Sie jeden Punkt ab, sobald er gegeben ist, mit der Leertaste oder einem Fußpedal. Zeit, Dosis und Charge werden aufgezeichnet.</translation>
    </message>
    <message>
        <source>Tighten the whole face and hold</source>
        <translation>Das ganze Gesicht anspannen und halten</translation>
    </message>
    <message>
        <source>To be known with {product}: {condition}.</source>
        <translation>Zu wissen bei {product}: {condition}.</translation>
    </message>
    <message>
        <source>To be said with it</source>
        <translation>Dazu zu sagen</translation>
    </message>
    <message>
        <source>To measure: put a battery into the board, plug in its dongle, and begin a visit with it (Ctrl+O): the list of boards there says what is plugged in, and what a port needs that cannot be used. This visit is closed then; it is on record and can be taken up again.</source>
        <translation>Zum Messen: Legen Sie eine Batterie in das Board ein, stecken Sie seinen Dongle an und beginnen Sie einen Besuch damit (Strg+O): Die Liste der Boards sagt dort, was eingesteckt ist und was ein Anschluss braucht, der nicht benutzbar ist. Dieser Besuch wird dann geschlossen; er ist aufgezeichnet und kann wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>Too large for surface EMG in the unit the file declares: channel {channels}. If the unit is wrong, say which it is: --unit {first}=mV.</source>
        <translation>Zu groß für Oberflächen-EMG in der Einheit, die die Datei angibt: Kanal {channels}. Ist die Einheit falsch, sagen Sie, welche es ist: --unit {first}=mV.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Toxin {days} days ago: the label&apos;s interval is {months} months ({interval} days).</source>
        <translation>Toxin vor {days} Tagen: der Abstand der Fachinformation ist {months} Monate ({interval} Tage).</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Training and research – not a medical device</source>
        <translation>Übung und Forschung – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>Training cases</source>
        <translation>Übungsfälle</translation>
    </message>
    <message>
        <source>Training cases: arrows choose, Enter starts</source>
        <translation>Übungsfälle: Pfeile wählen, Eingabe startet</translation>
    </message>
    <message>
        <source>Trim to the limit</source>
        <translation>Auf die Grenze kürzen</translation>
    </message>
    <message>
        <source>Trouble swallowing or breathing, or a history of it: not recommended.</source>
        <translation>Schluck- oder Atembeschwerden, auch früher: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Trouble swallowing or breathing.</source>
        <translation>Beschwerden beim Schlucken oder Atmen.</translation>
    </message>
    <message>
        <source>Trouble swallowing, a weak neck.</source>
        <translation>Beschwerden beim Schlucken, ein schwacher Hals.</translation>
    </message>
    <message>
        <source>True in principle; and unequal muscles given equal doses may become more even.</source>
        <translation>Im Grundsatz richtig; und ungleiche Muskeln können bei gleichen Dosen gleicher werden.</translation>
    </message>
    <message>
        <source>Try again (Ctrl+R)</source>
        <translation>Noch einmal versuchen (Strg+R)</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try next: {title} (Enter)</source>
        <translation>Als Nächstes: {title} (Eingabe)</translation>
    </message>
    <message>
        <source>Try the strength of the muscle against resistance.</source>
        <translation>Die Kraft des Muskels gegen Widerstand prüfen.</translation>
    </message>
    <message>
        <source>Twitches at rest</source>
        <translation>Zucken in Ruhe</translation>
    </message>
    <message>
        <source>Two lanes look alike</source>
        <translation>Zwei Spuren sehen gleich aus</translation>
    </message>
    <message>
        <source>Two lanes that move as one are one: gel between the electrodes joins them. Left beside right then looks perfectly even, which is the danger.</source>
        <translation>Zwei Spuren, die sich wie eine bewegen, sind eine: Gel zwischen den Elektroden verbindet sie. Links neben rechts sieht dann vollkommen gleich aus, und das ist die Gefahr.</translation>
    </message>
    <message>
        <source>Type   Down: known people   Tab: board   Enter: begin   Esc: back</source>
        <translation>Tippen   Unten: bekannte Personen   Tab: Board   Eingabe: beginnen   Esc: zurück</translation>
    </message>
    <message>
        <source>Type a folder.</source>
        <translation>Geben Sie einen Ordner ein.</translation>
    </message>
    <message>
        <source>Type a label for the person first: records are kept under it.</source>
        <translation>Tippen Sie zuerst eine Kennung der Person: Aufzeichnungen werden darunter behalten.</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Tippen Sie einen Namen.</translation>
    </message>
    <message>
        <source>Type a path.</source>
        <translation>Tippen Sie einen Pfad.</translation>
    </message>
    <message>
        <source>Type a shorter one, as smile.</source>
        <translation>Tippen Sie einen kürzeren, etwa Lächeln.</translation>
    </message>
    <message>
        <source>Type another name.</source>
        <translation>Tippen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Type help.</source>
        <translation>Tippen Sie help.</translation>
    </message>
    <message>
        <source>Type it anew.</source>
        <translation>Gib es neu ein.</translation>
    </message>
    <message>
        <source>Type it like &quot;12&quot; or &quot;2.5&quot;: digits, and at most one point or comma.</source>
        <translation>Tippen Sie es wie „12“ oder „2,5“: Ziffern und höchstens ein Punkt oder Komma.</translation>
    </message>
    <message>
        <source>Type it like &quot;180 EUR&quot;.</source>
        <translation>Tippen Sie es wie „180 EUR“.</translation>
    </message>
    <message>
        <source>Type it like &quot;2027-03-31&quot; or, for the end of a month, &quot;2027-03&quot;.</source>
        <translation>Tippen Sie es wie „2027-03-31“ oder, für das Ende eines Monats, „2027-03“.</translation>
    </message>
    <message>
        <source>Type left and right, like &quot;14 11&quot;.</source>
        <translation>Links und rechts eingeben, wie „14 11“.</translation>
    </message>
    <message>
        <source>Type the number again, or state the reason.</source>
        <translation>Geben Sie die Zahl noch einmal ein oder nennen Sie den Grund.</translation>
    </message>
    <message>
        <source>Type to narrow the list, Up and Down choose, Enter takes, Esc leaves.</source>
        <translation>Tippen grenzt die Liste ein, Auf und Ab wählen, Eingabe übernimmt, Esc verlässt.</translation>
    </message>
    <message>
        <source>Type units and mL of diluent, like &quot;100 in 2.5&quot;.</source>
        <translation>Tippen Sie Einheiten und mL Verdünnungsmittel, wie „100 in 2,5“.</translation>
    </message>
    <message>
        <source>Type volume and graduation in mL, like &quot;1 0.01&quot;, and its tolerance in % if known.</source>
        <translation>Tippen Sie Volumen und Teilstrich in mL, wie „1 0,01“, und die Toleranz in %, wenn bekannt.</translation>
    </message>
    <message>
        <source>Under 18: not established.</source>
        <translation>Unter 18: nicht gesichert.</translation>
    </message>
    <message>
        <source>Under 18: not recommended.</source>
        <translation>Unter 18: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Under 18: not recommended. Over 65: little data.</source>
        <translation>Unter 18: nicht empfohlen. Über 65: wenige Daten.</translation>
    </message>
    <message>
        <source>Under 18: not recommended. Over 65: little data; not recommended in Switzerland. Pregnancy, without contraception and breast-feeding: not recommended.</source>
        <translation>Unter 18: nicht empfohlen. Über 65: wenige Daten; in der Schweiz nicht empfohlen. Schwangerschaft, ohne Verhütung und Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Under 18: not recommended. Pregnancy: not to be used; breast-feeding: not recommended.</source>
        <translation>Unter 18: nicht empfohlen. Schwangerschaft: nicht anwenden; Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Under 18: not recommended. Pregnancy: not to be used; without contraception and breast-feeding: not recommended.</source>
        <translation>Unter 18: nicht empfohlen. Schwangerschaft: nicht anwenden; ohne Verhütung und in der Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Under 18: not recommended. Pregnancy: only if clearly necessary; breast-feeding: not recommended.</source>
        <translation>Unter 18: nicht empfohlen. Schwangerschaft: nur wenn eindeutig erforderlich; Stillzeit: nicht empfohlen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Uneven doses break the harmony of movement.</source>
        <translation>Ungleiche Dosen zerstören die Harmonie der Bewegung.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Units at {point!s}</source>
        <translation>Einheiten an {point!s}</translation>
    </message>
    <message>
        <source>Units given</source>
        <translation>Gegebene Einheiten</translation>
    </message>
    <message>
        <source>Units of one product cannot be compared with, or converted into, units of another.</source>
        <translation>Einheiten eines Produkts sind mit denen eines anderen weder vergleichbar noch umrechenbar.</translation>
    </message>
    <message>
        <source>Units of one product say nothing about another&apos;s.</source>
        <translation>Einheiten eines Produkts sagen nichts über die eines anderen.</translation>
    </message>
    <message>
        <source>Units of {product} and of {other} do not mix.</source>
        <translation>Einheiten von {product} und von {other} mischen sich nicht.</translation>
    </message>
    <message>
        <source>Units of {product} say nothing about another product&apos;s.</source>
        <translation>Einheiten von {product} sagen nichts über die eines anderen Produkts.</translation>
    </message>
    <message>
        <source>Units on the weak side of a facial palsy.</source>
        <translation>Einheiten auf der schwachen Seite einer Gesichtslähmung.</translation>
    </message>
    <message>
        <source>Units over the concentration, {exact} exactly, taken down to the syringe&apos;s line of {line:g} mL: never more than was planned.</source>
        <translation>Einheiten durch Konzentration, genau {exact}, abgerundet auf den Strich der Spritze von {line:g} mL: niemals mehr als geplant.</translation>
    </message>
    <message>
        <source>Unpack it with gunzip, and open what was in it.</source>
        <translation>Entpacken Sie es mit gunzip, und öffnen Sie den Inhalt.</translation>
    </message>
    <message>
        <source>Unpack it, and open the recording in it.</source>
        <translation>Entpacken Sie es, und öffnen Sie die Aufzeichnung darin.</translation>
    </message>
    <message>
        <source>Unplug: the link is lost</source>
        <translation>Abziehen: die Verbindung ist verloren</translation>
    </message>
    <message>
        <source>Up to five of each with the reference&apos;s three, in turn, both sides together, held for 3 s: the envelope up to its line, the bars to the outer one.</source>
        <translation>Bis fünf von jeder mit den drei der Referenz, im Wechsel, beide Seiten zusammen, 3 s gehalten: die Hüllkurve bis an ihre Linie, die Balken bis an die äußere.</translation>
    </message>
    <message>
        <source>Update Evenhand.</source>
        <translation>Aktualisieren Sie Evenhand.</translation>
    </message>
    <message>
        <source>Update the older of the two.</source>
        <translation>Aktualisieren Sie das ältere von beiden.</translation>
    </message>
    <message>
        <source>Use 0 (fastest) or more.</source>
        <translation>Nehmen Sie 0 (am schnellsten) oder mehr.</translation>
    </message>
    <message>
        <source>Use 50, 60 or off.</source>
        <translation>Nehmen Sie 50, 60 oder off.</translation>
    </message>
    <message>
        <source>Use a board with more than {least_hz:.0f} samples/s.</source>
        <translation>Nehmen Sie ein Board mit mehr als {least_hz:.0f} Abtastwerten/s.</translation>
    </message>
    <message>
        <source>Use a faster board or a lower band.</source>
        <translation>Nehmen Sie ein schnelleres Board oder ein tieferes Band.</translation>
    </message>
    <message>
        <source>Use a machine that has one; without: evenhand demo, or live with --headless.</source>
        <translation>Nehmen Sie einen Rechner, der einen hat; ohne: evenhand demo, oder live mit --headless.</translation>
    </message>
    <message>
        <source>Use a recording with two channels or more.</source>
        <translation>Nehmen Sie eine Aufzeichnung mit zwei oder mehr Kanälen.</translation>
    </message>
    <message>
        <source>Use another board.</source>
        <translation>Nehmen Sie ein anderes Board.</translation>
    </message>
    <message>
        <source>Use at most {most}.</source>
        <translation>Nehmen Sie höchstens {most}.</translation>
    </message>
    <message>
        <source>Use at once after opening; discard what is left.</source>
        <translation>Nach dem Öffnen sofort verwenden; Reste verwerfen.</translation>
    </message>
    <message>
        <source>Use emg_simulators.source.rendering_rate_hz.</source>
        <translation>Nehmen Sie emg_simulators.source.rendering_rate_hz.</translation>
    </message>
    <message>
        <source>Use firmware=2 or firmware=3.</source>
        <translation>Nehmen Sie firmware=2 oder firmware=3.</translation>
    </message>
    <message>
        <source>Use more than 0.</source>
        <translation>Nehmen Sie mehr als 0.</translation>
    </message>
    <message>
        <source>Use nV, uV, mV or V.</source>
        <translation>Nehmen Sie nV, uV, mV oder V.</translation>
    </message>
    <message>
        <source>Use surface electrodes.</source>
        <translation>Nehmen Sie Oberflächenelektroden.</translation>
    </message>
    <message>
        <source>Use the device `virtual`.</source>
        <translation>Nehmen Sie das Gerät `virtual`.</translation>
    </message>
    <message>
        <source>Use the framed board with --channels {needed}.</source>
        <translation>Das Framed-Board mit --channels {needed} nehmen.</translation>
    </message>
    <message>
        <source>Use these pairs</source>
        <translation>Diese Paare nehmen</translation>
    </message>
    <message>
        <source>Use within {hours} h of mixing, kept at {storage}; discard what is left.</source>
        <translation>Innerhalb von {hours} h nach dem Mischen verwenden, bei {storage} lagern; den Rest verwerfen.</translation>
    </message>
    <message>
        <source>Use {address}.</source>
        <translation>{address} nehmen.</translation>
    </message>
    <message>
        <source>Use {slowest:g} to {fastest:g}, or max for as fast as possible.</source>
        <translation>Nehmen Sie {slowest:g} bis {fastest:g}, oder max für so schnell wie möglich.</translation>
    </message>
    <message>
        <source>Use {values}.</source>
        <translation>Nehmen Sie {values}.</translation>
    </message>
    <message>
        <source>Version {version!s}, MIT licence.</source>
        <translation>Version {version!s}, MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Very common: headache, reactions where it was injected. Common: drooping lid, tearing, swollen lid, dry eye. Uncommon: double or blurred vision.</source>
        <translation>Sehr häufig: Kopfschmerz, Reaktionen an der Einstichstelle. Häufig: hängendes Lid, tränendes Auge, geschwollenes Lid, trockenes Auge. Gelegentlich: Doppelbilder oder Verschwommensehen.</translation>
    </message>
    <message>
        <source>Very common: headache. Common: drooping lid or brow, swollen lid. Uncommon: twitching, dry eye, tearing.</source>
        <translation>Sehr häufig: Kopfschmerz. Häufig: hängendes Lid oder hängende Braue, geschwollenes Lid. Gelegentlich: Zucken, trockenes Auge, tränendes Auge.</translation>
    </message>
    <message>
        <source>Vial</source>
        <translation>Flasche</translation>
    </message>
    <message>
        <source>Vial and syringe</source>
        <translation>Flasche und Spritze</translation>
    </message>
    <message>
        <source>Vial, concentration or syringe are open.</source>
        <translation>Flasche, Konzentration oder Spritze sind offen.</translation>
    </message>
    <message>
        <source>Vial: {amount} in {ml:g} mL</source>
        <translation>Flasche: {amount} in {ml:g} mL</translation>
    </message>
    <message>
        <source>Vial: {vial!s}</source>
        <translation>Flasche: {vial!s}</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Wait two seconds; if it stays, bring the board closer to its receiver.</source>
        <translation>Zwei Sekunden warten; bleibt es so, das Board näher an seinen Empfänger bringen.</translation>
    </message>
    <message>
        <source>Wait until it has healed.</source>
        <translation>Warten, bis es abgeheilt ist.</translation>
    </message>
    <message>
        <source>Wants &quot;the strong side&quot; calmed. Even plan for the forehead. Look at all pairs.</source>
        <translation>Möchte „die starke Seite“ beruhigt haben. Gleicher Plan für die Stirn. Sehen Sie alle Paare an.</translation>
    </message>
    <message>
        <source>Warning on the label ({where}): {text}</source>
        <translation>Warnung der Fachinformation ({where}): {text}</translation>
    </message>
    <message>
        <source>Was told of a cold in the face two winters ago.</source>
        <translation>Berichtet von einer Erkältung im Gesicht vor zwei Wintern.</translation>
    </message>
    <message>
        <source>Watch the calibration to its end.</source>
        <translation>Beobachten Sie die Kalibrierung bis zum Ende.</translation>
    </message>
    <message>
        <source>Weak zygomaticus, double vision, dry eye.</source>
        <translation>Schwacher Zygomaticus, Doppelbilder, trockenes Auge.</translation>
    </message>
    <message>
        <source>Weakness or wasting of a muscle to be treated.</source>
        <translation>Schwäche oder Schwund eines zu behandelnden Muskels.</translation>
    </message>
    <message>
        <source>Weakness or wasting of a muscle to be treated: examine, no units.</source>
        <translation>Schwäche oder Schwund eines zu behandelnden Muskels: untersuchen, keine Einheiten.</translation>
    </message>
    <message>
        <source>Weakness or wasting of the muscle to be treated.</source>
        <translation>Schwäche oder Schwund des zu behandelnden Muskels.</translation>
    </message>
    <message>
        <source>Went on all the same: {reason!s} ({who!s}).</source>
        <translation>Trotzdem fortgefahren: {reason!s} ({who!s}).</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What answers at {address} is no OpenBCI WiFi shield.</source>
        <translation>Was unter {address} antwortet, ist kein OpenBCI-WiFi-Shield.</translation>
    </message>
    <message>
        <source>What answers on {port} is no Chords board: {seen}.</source>
        <translation>Was an {port} antwortet, ist kein Chords-Board: {seen}.</translation>
    </message>
    <message>
        <source>What do you do, and why? This ends the case.</source>
        <translation>Was tun Sie, und warum? Das beendet den Fall.</translation>
    </message>
    <message>
        <source>What do you notice?</source>
        <translation>Was bemerken Sie?</translation>
    </message>
    <message>
        <source>What happened just now?</source>
        <translation>Was war gerade?</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What it is not</source>
        <translation>Was es nicht ist</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Worauf es ruht</translation>
    </message>
    <message>
        <source>What the labels say</source>
        <translation>Was die Fachinformationen angeben</translation>
    </message>
    <message>
        <source>What the plan check found, and what the rules say of the locked measurement. Most often nothing should be changed. You accept, edit or reject, by its own key or a click and not in the first second; a reason is asked for unless you accept. An answer can be taken back until the first point is given. A suggestion holds for one plan, one measurement and one examination.</source>
        <translation>Was die Prüfung des Plans fand und was die Regeln zur festgestellten Messung sagen. Meist soll nichts geändert werden. Sie nehmen an, ändern oder lehnen ab, mit der eigenen Taste oder einem Klick und nicht in der ersten Sekunde; nach einem Grund wird gefragt, außer beim Annehmen. Eine Antwort kann zurückgenommen werden, bis der erste Punkt gegeben ist. Ein Vorschlag gilt für einen Plan, eine Messung und eine Untersuchung.</translation>
    </message>
    <message>
        <source>What the plan says for this point, and the volume to inject there.</source>
        <translation>Was der Plan für diesen Punkt sagt, und das Volumen, das dort zu injizieren ist.</translation>
    </message>
    <message>
        <source>What the units would have led to</source>
        <translation>Wozu die Einheiten geführt hätten</translation>
    </message>
    <message>
        <source>What this screen is for</source>
        <translation>Wozu dieser Bildschirm dient</translation>
    </message>
    <message>
        <source>What to do in this step</source>
        <translation>Was in diesem Schritt zu tun ist</translation>
    </message>
    <message>
        <source>What to take from it</source>
        <translation>Was daraus zu lernen ist</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>What was done, and how it compares with the same person&apos;s own baseline.</source>
        <translation>Was getan wurde, und der Vergleich mit der eigenen Ausgangslage derselben Person.</translation>
    </message>
    <message>
        <source>What was given there, side by side with the plan; nothing is chosen by it.</source>
        <translation>Was dort gegeben wurde, neben dem Plan; nichts wird damit gewählt.</translation>
    </message>
    <message>
        <source>What was measured, decided and given in this visit, and how each side compares with its own baseline before the first treatment. That is what EMG is best at; no dose follows from it. Measurements of another band or board are not compared.</source>
        <translation>Was in diesem Besuch gemessen, entschieden und gegeben wurde, und wie jede Seite sich zu ihrer eigenen Ausgangslage vor der ersten Behandlung verhält. Das kann EMG am besten; keine Dosis folgt daraus. Messungen mit anderem Band oder Board werden nicht verglichen.</translation>
    </message>
    <message>
        <source>What was planned and given in it is listed by: evenhand session list</source>
        <translation>Was darin geplant und gegeben wurde, listet: evenhand session list</translation>
    </message>
    <message>
        <source>What was there, and what you did</source>
        <translation>Was da war, und was Sie taten</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Was es ändern würde</translation>
    </message>
    <message>
        <source>What you are told</source>
        <translation>Was Ihnen gesagt wird</translation>
    </message>
    <message>
        <source>What you have said</source>
        <translation>Was Sie gesagt haben</translation>
    </message>
    <message>
        <source>What you may have heard</source>
        <translation>Was Sie vielleicht gehört haben</translation>
    </message>
    <message>
        <source>What you were told of this case, and what you have said so far. F7 says what you notice, F8 ends the case with a decision.</source>
        <translation>Was Ihnen von diesem Fall gesagt wurde und was Sie bisher gesagt haben. F7 sagt, was Sie bemerken, F8 beendet den Fall mit einer Entscheidung.</translation>
    </message>
    <message>
        <source>When the link is gone there are no numbers, and old ones must not be read on. What was recorded up to then is kept. Plug in, reconnect, calibrate anew.</source>
        <translation>Ist die Verbindung weg, gibt es keine Zahlen, und alte dürfen nicht weiter gelesen werden. Was bis dahin aufgezeichnet wurde, bleibt. Einstecken, neu verbinden, neu kalibrieren.</translation>
    </message>
    <message>
        <source>Where is the point to be added?</source>
        <translation>Wo soll der Punkt hinzukommen?</translation>
    </message>
    <message>
        <source>Where shall the record go on? All of this visit goes into the new file.</source>
        <translation>Wo soll die Aufzeichnung weitergehen? Alles von diesem Besuch kommt in die neue Datei.</translation>
    </message>
    <message>
        <source>Where was it given? The other regions keep what was said of them.</source>
        <translation>Wo wurde es gegeben? Für die anderen Regionen bleibt, was gesagt wurde.</translation>
    </message>
    <message>
        <source>Whether the side is seen to lag at maximum contraction: say so in Prepare.</source>
        <translation>Ob die Seite bei stärkster Anspannung sichtbar zurückbleibt: in Vorbereiten angeben.</translation>
    </message>
    <message>
        <source>Whether toxin was given before the baseline was not asked.</source>
        <translation>Ob vor dem Ausgangswert Toxin gegeben wurde, wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Which channels? It has: {names!s}</source>
        <translation>Welche Kanäle? Vorhanden: {names!s}</translation>
    </message>
    <message>
        <source>Which disease, and how is it treated?</source>
        <translation>Welche Erkrankung, und wie wird sie behandelt?</translation>
    </message>
    <message>
        <source>Which electrode is left was not proven by tapping.</source>
        <translation>Welche Elektrode links sitzt, ist nicht durch Antippen bestätigt.</translation>
    </message>
    <message>
        <source>Which goal? It is recorded; no dose is computed from it.</source>
        <translation>Welches Ziel? Es wird aufgezeichnet; keine Dosis wird daraus berechnet.</translation>
    </message>
    <message>
        <source>Which of its streams?</source>
        <translation>Welcher ihrer Datenströme?</translation>
    </message>
    <message>
        <source>Which product? Another one keeps the points and takes their units away.</source>
        <translation>Welches Produkt? Ein anderes behält die Punkte und nimmt ihre Einheiten weg.</translation>
    </message>
    <message>
        <source>Which recording?</source>
        <translation>Welche Aufzeichnung?</translation>
    </message>
    <message>
        <source>Which session leaves?</source>
        <translation>Welche Sitzung wird exportiert?</translation>
    </message>
    <message>
        <source>Which side, since when; what is the reason?</source>
        <translation>Welche Seite, seit wann; was ist der Grund?</translation>
    </message>
    <message>
        <source>Which side, which operation, since when; look at the muscles there.</source>
        <translation>Welche Seite, welche Operation, seit wann; die Muskeln dort ansehen.</translation>
    </message>
    <message>
        <source>Which stream? Name or number; of an EDF its rate in Hz.</source>
        <translation>Welcher Datenstrom? Name oder Nummer; bei EDF die Rate in Hz.</translation>
    </message>
    <message>
        <source>Which syringe? Its lines decide what can be drawn up.</source>
        <translation>Welche Spritze? Ihre Striche entscheiden, was aufgezogen werden kann.</translation>
    </message>
    <message>
        <source>Which unit? It has: {names!s}</source>
        <translation>Welche Einheit? Vorhanden: {names!s}</translation>
    </message>
    <message>
        <source>Which vial, in how much diluent?</source>
        <translation>Welche Flasche, in wie viel Verdünnungsmittel?</translation>
    </message>
    <message>
        <source>Who gave 18 on one side and 22 on the other?</source>
        <translation>Wer gab 18 auf der einen und 22 auf der anderen Seite?</translation>
    </message>
    <message>
        <source>Who prescribes is not recorded: say so in Prepare.</source>
        <translation>Wer verordnet, ist nicht festgehalten: in „Vorbereiten“ angeben.</translation>
    </message>
    <message>
        <source>Why this may be wrong</source>
        <translation>Warum dies falsch sein kann</translation>
    </message>
    <message>
        <source>Why uneven</source>
        <translation>Warum ungleich</translation>
    </message>
    <message>
        <source>Why? (W)</source>
        <translation>Warum? (W)</translation>
    </message>
    <message>
        <source>Why? Then Enter (Esc: back)</source>
        <translation>Warum? Dann Eingabe (Esc: zurück)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Wipe the skin with alcohol and let it dry: under 10 kOhm, better under 5.</source>
        <translation>Haut mit Alkohol abwischen und trocknen lassen: unter 10 kOhm, besser unter 5.</translation>
    </message>
    <message>
        <source>Without a reference there are µV only: no %, no symmetry, no lock.</source>
        <translation>Ohne Referenz gibt es nur µV: kein %, keine Symmetrie, kein Feststellen.</translation>
    </message>
    <message>
        <source>Without a second placement no shift can be suggested.</source>
        <translation>Ohne zweite Platzierung kann keine Verschiebung vorgeschlagen werden.</translation>
    </message>
    <message>
        <source>Without a single value, not to be used: {channels}.</source>
        <translation>Ohne einen einzigen Wert, nicht zu gebrauchen: {channels}.</translation>
    </message>
    <message>
        <source>Without five repetitions nothing is locked and EMG suggests nothing.</source>
        <translation>Ohne fünf Wiederholungen wird nichts festgestellt und EMG schlägt nichts vor.</translation>
    </message>
    <message>
        <source>Without it a bad electrode shows late, as noise or a false asymmetry.</source>
        <translation>Ohne ihn zeigt sich eine schlechte Elektrode erst spät, als Rauschen oder falsche Asymmetrie.</translation>
    </message>
    <message>
        <source>Without it hum may be taken for muscle until the quality states see it.</source>
        <translation>Ohne ihn kann Brummen für Muskel gehalten werden, bis die Qualitätsprüfung es sieht.</translation>
    </message>
    <message>
        <source>Without its mac_address the packet numbers are not known: loss is counted by clock.</source>
        <translation>Ohne seine mac_address sind die Paketnummern nicht bekannt: Verlust wird nach der Uhr gezählt.</translation>
    </message>
    <message>
        <source>Without the tap test no shift can be suggested: leads may be swapped.</source>
        <translation>Ohne den Tipptest kann keine Verschiebung vorgeschlagen werden: Kabel können vertauscht sein.</translation>
    </message>
    <message>
        <source>Wrinkle the nose and hold</source>
        <translation>Nase rümpfen und halten</translation>
    </message>
    <message>
        <source>Write --unit 3=mV.</source>
        <translation>Schreiben Sie --unit 3=mV.</translation>
    </message>
    <message>
        <source>Write 2000,10000/12000 (ohm).</source>
        <translation>Schreiben Sie 2000,10000/12000 (Ohm).</translation>
    </message>
    <message>
        <source>Write 6 or -12.5.</source>
        <translation>Schreiben Sie 6 oder -12.5.</translation>
    </message>
    <message>
        <source>Write ?file=PATH.</source>
        <translation>Schreiben Sie ?file=PATH.</translation>
    </message>
    <message>
        <source>Write NAME:ADDRESS, as in virtual.</source>
        <translation>Schreiben Sie NAME:ADRESSE, wie in virtual.</translation>
    </message>
    <message>
        <source>Write a number from {low:g} on.</source>
        <translation>Schreiben Sie eine Zahl ab {low:g}.</translation>
    </message>
    <message>
        <source>Write a number from {low:g} to {high:g}.</source>
        <translation>Schreiben Sie eine Zahl von {low:g} bis {high:g}.</translation>
    </message>
    <message>
        <source>Write a whole number from {low:.0f} to {high:.0f}.</source>
        <translation>Schreiben Sie eine ganze Zahl von {low:.0f} bis {high:.0f}.</translation>
    </message>
    <message>
        <source>Write an earlier start, in seconds.</source>
        <translation>Schreiben Sie einen früheren Anfang, in Sekunden.</translation>
    </message>
    <message>
        <source>Write brainflow:ID with a board id of BrainFlow&apos;s, for example brainflow:-1.</source>
        <translation>Schreiben Sie brainflow:ID mit einer Board-Nummer von BrainFlow, zum Beispiel brainflow:-1.</translation>
    </message>
    <message>
        <source>Write it as &quot;unplug@20s&quot; or &quot;drop 1%@10s+5s&quot;.</source>
        <translation>Schreiben Sie ihn wie &quot;unplug@20s&quot; oder &quot;drop 1%@10s+5s&quot;.</translation>
    </message>
    <message>
        <source>Write it as 125ms.</source>
        <translation>Schreiben Sie es wie 125ms.</translation>
    </message>
    <message>
        <source>Write it as 1=mV.</source>
        <translation>Schreiben Sie es wie 1=mV.</translation>
    </message>
    <message>
        <source>Write it as 20-450 (Hz).</source>
        <translation>Schreiben Sie es wie 20-450 (Hz).</translation>
    </message>
    <message>
        <source>Write it in a few words.</source>
        <translation>Mit wenigen Worten schreiben.</translation>
    </message>
    <message>
        <source>Write it once.</source>
        <translation>Schreiben Sie sie einmal.</translation>
    </message>
    <message>
        <source>Write it with digits and a decimal point, for example {key}={example:g}.</source>
        <translation>Schreiben Sie es mit Ziffern und Dezimalpunkt, zum Beispiel {key}={example:g}.</translation>
    </message>
    <message>
        <source>Write key=value.</source>
        <translation>Schreiben Sie key=value.</translation>
    </message>
    <message>
        <source>Write letters and digits in one line.</source>
        <translation>Schreiben Sie Buchstaben und Ziffern in einer Zeile.</translation>
    </message>
    <message>
        <source>Write lsl:NAME or lsl:EMG?by=type.</source>
        <translation>Schreiben Sie lsl:NAME oder lsl:EMG?by=type.</translation>
    </message>
    <message>
        <source>Write one, or leave --person out.</source>
        <translation>Schreiben Sie eine oder lassen Sie --person weg.</translation>
    </message>
    <message>
        <source>Write reference=pairs, or reference=common for one reference at SRB2.</source>
        <translation>Schreiben Sie reference=pairs, oder reference=common für eine Referenz an SRB2.</translation>
    </message>
    <message>
        <source>Write seconds from its beginning, for example start=10.</source>
        <translation>Schreiben Sie Sekunden ab dem Anfang, zum Beispiel start=10.</translation>
    </message>
    <message>
        <source>Write seed=1.</source>
        <translation>Schreiben Sie seed=1.</translation>
    </message>
    <message>
        <source>Write {example}.</source>
        <translation>Schreiben Sie {example}.</translation>
    </message>
    <message>
        <source>Write {example}: 5 V / 1024 / gain 1100 is 4.44.</source>
        <translation>Schreiben Sie {example}: 5 V / 1024 / Verstärkung 1100 ist 4,44.</translation>
    </message>
    <message>
        <source>Write {least:g} to {most:g}.</source>
        <translation>Schreiben Sie {least:g} bis {most:g}.</translation>
    </message>
    <message>
        <source>Write {whole!s}.{part!s} with a point.</source>
        <translation>Schreiben Sie {whole!s}.{part!s} mit einem Punkt.</translation>
    </message>
    <message>
        <source>Writing {name!s} …</source>
        <translation>{name!s} wird geschrieben …</translation>
    </message>
    <message>
        <source>You accept, edit or reject. Nothing is done by itself.</source>
        <translation>Sie nehmen an, ändern oder lehnen ab. Nichts geschieht von selbst.</translation>
    </message>
    <message>
        <source>You decided: {you}. Good: {good}.</source>
        <translation>Ihre Entscheidung: {you}. Gut: {good}.</translation>
    </message>
    <message>
        <source>You decided: {you}. That is good.</source>
        <translation>Ihre Entscheidung: {you}. Das ist gut.</translation>
    </message>
    <message>
        <source>You have said nothing yet (F6: the case).</source>
        <translation>Sie haben noch nichts gesagt (F6: der Fall).</translation>
    </message>
    <message>
        <source>You said: {words}</source>
        <translation>Sie sagten: {words}</translation>
    </message>
    <message>
        <source>You {kind!s} it{reason!s}.</source>
        <translation>Ihre Antwort: {kind!s}{reason!s}.</translation>
    </message>
    <message>
        <source>You {kind!s} it{reason!s}. Changed: {changed!s}.</source>
        <translation>Ihre Antwort: {kind!s}{reason!s}. Geändert: {changed!s}.</translation>
    </message>
    <message>
        <source>Your reason: {you}. Good: {good}.</source>
        <translation>Ihr Grund: {you}. Gut: {good}.</translation>
    </message>
    <message>
        <source>Your reason: {you}. That is good, but not what you did.</source>
        <translation>Ihr Grund: {you}. Der ist gut, aber nicht das, was Sie taten.</translation>
    </message>
    <message>
        <source>Your reason: {you}. That is good.</source>
        <translation>Ihr Grund: {you}. Der ist gut.</translation>
    </message>
    <message>
        <source>a BIOPAC AcqKnowledge file (.acq)</source>
        <translation>eine Datei von BIOPAC AcqKnowledge (.acq)</translation>
    </message>
    <message>
        <source>a BrainVision recording (.vhdr, .eeg)</source>
        <translation>eine Aufzeichnung von BrainVision (.vhdr, .eeg)</translation>
    </message>
    <message>
        <source>a C3D motion capture file</source>
        <translation>eine Bewegungsdatei C3D</translation>
    </message>
    <message>
        <source>a Delsys EMGworks or Trigno file</source>
        <translation>eine Datei von Delsys EMGworks oder Trigno</translation>
    </message>
    <message>
        <source>a GDF file</source>
        <translation>eine GDF-Datei</translation>
    </message>
    <message>
        <source>a LabVIEW file (.tdms)</source>
        <translation>eine LabVIEW-Datei (.tdms)</translation>
    </message>
    <message>
        <source>a MATLAB file (.mat)</source>
        <translation>eine MATLAB-Datei (.mat)</translation>
    </message>
    <message>
        <source>a Noraxon myoRESEARCH file</source>
        <translation>eine Datei von Noraxon myoRESEARCH</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>eine Parquet-Datei</translation>
    </message>
    <message>
        <source>a PhysioNet WFDB record (.hea, .dat)</source>
        <translation>ein WFDB-Record von PhysioNet (.hea, .dat)</translation>
    </message>
    <message>
        <source>a Python pickle, which may run any program and is never opened</source>
        <translation>ein Python-Pickle, das beliebige Programme ausführen kann und nie geöffnet wird</translation>
    </message>
    <message>
        <source>a Vicon Nexus ASCII export</source>
        <translation>ein ASCII-Export von Vicon Nexus</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>a bleeding disorder, or medicines that thin the blood</source>
        <translation>eine Blutungsneigung oder blutverdünnende Mittel</translation>
    </message>
    <message>
        <source>a change of voice or speech</source>
        <translation>Veränderung von Stimme oder Sprache</translation>
    </message>
    <message>
        <source>a condition speaks against it</source>
        <translation>ein Zustand spricht dagegen</translation>
    </message>
    <message>
        <source>a contraction lasted {seconds:.1f} s.</source>
        <translation>eine Kontraktion dauerte {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>a database, as session files are</source>
        <translation>eine Datenbank, wie es Sitzungsdateien sind</translation>
    </message>
    <message>
        <source>a disease of heart and circulation</source>
        <translation>eine Herz-Kreislauf-Erkrankung</translation>
    </message>
    <message>
        <source>a disease of nerve and muscle</source>
        <translation>eine Erkrankung von Nerv und Muskel</translation>
    </message>
    <message>
        <source>a drooping lid</source>
        <translation>ein hängendes Lid</translation>
    </message>
    <message>
        <source>a drooping upper lid or brow</source>
        <translation>hängendes Oberlid oder hängende Braue</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a known or suspected palsy</source>
        <translation>eine bekannte oder vermutete Lähmung</translation>
    </message>
    <message>
        <source>a number of {n} digits is too long</source>
        <translation>eine Zahl von {n} Ziffern ist zu lang</translation>
    </message>
    <message>
        <source>a numpy file (.npy, .npz)</source>
        <translation>eine numpy-Datei (.npy, .npz)</translation>
    </message>
    <message>
        <source>a point</source>
        <translation>je Punkt</translation>
    </message>
    <message>
        <source>a touch-up was given since</source>
        <translation>seither wurde nachinjiziert</translation>
    </message>
    <message>
        <source>about 221 people, dose response; per side derived</source>
        <translation>etwa 221 Personen, dosisabhängig; je Seite abgeleitet</translation>
    </message>
    <message>
        <source>about 9 months</source>
        <translation>etwa 9 Monate</translation>
    </message>
    <message>
        <source>above the inner end of the brow, and 1 cm outwards</source>
        <translation>über dem inneren Ende der Braue, und 1 cm nach außen</translation>
    </message>
    <message>
        <source>above the pupil, 1 cm above the brow</source>
        <translation>über der Pupille, 1 cm über der Braue</translation>
    </message>
    <message>
        <source>above {kohm:g} kOhm</source>
        <translation>über {kohm:g} kOhm</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>active at rest</source>
        <translation>in Ruhe aktiv</translation>
    </message>
    <message>
        <source>after repetitions</source>
        <translation>nach Wiederholungen</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>age {years}</source>
        <translation>Alter {years}</translation>
    </message>
    <message>
        <source>all electrodes usable</source>
        <translation>alle Elektroden brauchbar</translation>
    </message>
    <message>
        <source>all {n} good</source>
        <translation>alle {n} gut</translation>
    </message>
    <message>
        <source>all {n} sites</source>
        <translation>alle {n} Messstellen</translation>
    </message>
    <message>
        <source>allergy to cow&apos;s milk protein</source>
        <translation>Allergie gegen Kuhmilcheiweiß</translation>
    </message>
    <message>
        <source>along the fibres</source>
        <translation>entlang der Fasern</translation>
    </message>
    <message>
        <source>amyotrophic lateral sclerosis</source>
        <translation>amyotrophe Lateralsklerose</translation>
    </message>
    <message>
        <source>an Excel workbook (.xlsx)</source>
        <translation>eine Excel-Mappe (.xlsx)</translation>
    </message>
    <message>
        <source>an HDF5 file (.h5, .mat of version 7.3, .nwb, .snirf)</source>
        <translation>eine HDF5-Datei (.h5, .mat der Version 7.3, .nwb, .snirf)</translation>
    </message>
    <message>
        <source>an Intan file</source>
        <translation>eine Intan-Datei</translation>
    </message>
    <message>
        <source>an OT Bioelettronica recording (.otb+, .otb4)</source>
        <translation>eine Aufzeichnung von OT Bioelettronica (.otb+, .otb4)</translation>
    </message>
    <message>
        <source>an earlier treatment without effect</source>
        <translation>eine frühere Behandlung ohne Wirkung</translation>
    </message>
    <message>
        <source>an electrode has no good contact</source>
        <translation>eine Elektrode hat keinen guten Kontakt</translation>
    </message>
    <message>
        <source>an old Office file (.xls)</source>
        <translation>eine alte Office-Datei (.xls)</translation>
    </message>
    <message>
        <source>and deliverable</source>
        <translation>und aufziehbar</translation>
    </message>
    <message>
        <source>and not checked against a syringe</source>
        <translation>und nicht gegen eine Spritze geprüft</translation>
    </message>
    <message>
        <source>and unchanged though the syringe delivers less</source>
        <translation>und unverändert, obwohl die Spritze weniger abgibt</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>another disease of muscle</source>
        <translation>eine andere Muskelkrankheit</translation>
    </message>
    <message>
        <source>another {what}: {after!s}, before the treatment {before!s}</source>
        <translation>anders ({what}): {after!s}, vor der Behandlung {before!s}</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>jede Adresse</translation>
    </message>
    <message>
        <source>anywhere, or not known: it counts for every region</source>
        <translation>irgendwo oder unbekannt: Es zählt für jede Region</translation>
    </message>
    <message>
        <source>arrows choose   Enter start   Ctrl+S save attempts</source>
        <translation>Pfeile wählen   Eingabe starten   Strg+S Versuche speichern</translation>
    </message>
    <message>
        <source>as 2</source>
        <translation>etwa 2</translation>
    </message>
    <message>
        <source>as printed on the vial, then Enter (Esc: back)</source>
        <translation>wie auf der Flasche gedruckt, dann Eingabe (Esc: zurück)</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>asymmetry index</source>
        <translation>Asymmetrieindex</translation>
    </message>
    <message>
        <source>at rest the signal did not move: the electrode was not connected.</source>
        <translation>in Ruhe bewegte sich das Signal nicht: Die Elektrode war nicht angeschlossen.</translation>
    </message>
    <message>
        <source>at the board</source>
        <translation>am Board</translation>
    </message>
    <message>
        <source>at the computer, outside this program</source>
        <translation>am Computer, außerhalb dieses Programms</translation>
    </message>
    <message>
        <source>band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>baseline of {date!s}</source>
        <translation>Ausgangslage vom {date!s}</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>wird geschrieben</translation>
    </message>
    <message>
        <source>below the corner of the mouth, downwards</source>
        <translation>unter dem Mundwinkel, nach unten</translation>
    </message>
    <message>
        <source>below the lower lip, beside its middle, along the lip</source>
        <translation>unter der Unterlippe, neben ihrer Mitte, längs der Lippe</translation>
    </message>
    <message>
        <source>blink</source>
        <translation>Lidschlag</translation>
    </message>
    <message>
        <source>block {n} of the samples (connection {segment}, from {first})</source>
        <translation>Block {n} der Messwerte (Verbindung {segment}, ab {first})</translation>
    </message>
    <message>
        <source>block {n} of the samples is missing</source>
        <translation>Block {n} der Messwerte fehlt</translation>
    </message>
    <message>
        <source>board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>board {board_id}</source>
        <translation>Board {board_id}</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>beide Seiten</translation>
    </message>
    <message>
        <source>both sides alike, 0 %</source>
        <translation>beide Seiten gleich, 0 %</translation>
    </message>
    <message>
        <source>botulinum toxin by another clinic in the last three months</source>
        <translation>Botulinumtoxin in einer anderen Praxis in den letzten drei Monaten</translation>
    </message>
    <message>
        <source>breast-feeding</source>
        <translation>Stillzeit</translation>
    </message>
    <message>
        <source>bridged</source>
        <translation>überbrückt</translation>
    </message>
    <message>
        <source>brightest: {full:.0f} % of reference</source>
        <translation>am hellsten: {full:.0f} % der Referenz</translation>
    </message>
    <message>
        <source>brightest: {full:.0f} µV</source>
        <translation>am hellsten: {full:.0f} µV</translation>
    </message>
    <message>
        <source>bunny lines</source>
        <translation>Bunny Lines</translation>
    </message>
    <message>
        <source>by bands; no dysphagia or weakness in one phase 3</source>
        <translation>nach Bändern; keine Schluckbeschwerden oder Schwäche in einer Phase 3</translation>
    </message>
    <message>
        <source>bytes without one whole frame</source>
        <translation>Bytes ohne einen ganzen Rahmen</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <source>cannot tell; a fall to {least} % or less could be read.</source>
        <translation>nicht zu sagen; ein Abfall auf {least} % oder weniger wäre zu erkennen.</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>channel and unit, as 1=mV</source>
        <translation>Kanal und Einheit, etwa 1=mV</translation>
    </message>
    <message>
        <source>channel {number} negative</source>
        <translation>Kanal {number} negativ</translation>
    </message>
    <message>
        <source>channel {number} positive</source>
        <translation>Kanal {number} positiv</translation>
    </message>
    <message>
        <source>channel {n}</source>
        <translation>Kanal {n}</translation>
    </message>
    <message>
        <source>chin</source>
        <translation>Kinn</translation>
    </message>
    <message>
        <source>choose, or type a folder, such as that of a stick</source>
        <translation>wählen oder einen Ordner eingeben, etwa den eines Sticks</translation>
    </message>
    <message>
        <source>choose, or type a name, as smile</source>
        <translation>wählen, oder einen Namen tippen, etwa Lächeln</translation>
    </message>
    <message>
        <source>choose, or type its path, as ~/recordings/smile.edf</source>
        <translation>wählen, oder ihren Pfad tippen, etwa ~/recordings/smile.edf</translation>
    </message>
    <message>
        <source>choose, or type mL, line in mL and tolerance in %: 0.5 0.01 5</source>
        <translation>wählen, oder mL, Strich in mL und Toleranz in % tippen: 0,5 0,01 5</translation>
    </message>
    <message>
        <source>choose, or type the name of a new PDF file</source>
        <translation>wählen, oder den Namen einer neuen PDF-Datei tippen</translation>
    </message>
    <message>
        <source>choose, or type the name of a new plan file (TOML)</source>
        <translation>wählen oder den Namen einer neuen Plandatei (TOML) eingeben</translation>
    </message>
    <message>
        <source>choose, or type the name of a plan file (TOML)</source>
        <translation>wählen oder den Namen einer Plandatei (TOML) eingeben</translation>
    </message>
    <message>
        <source>choose, or type units and mL: 100 in 2.5</source>
        <translation>wählen, oder Einheiten und mL tippen: 100 in 2,5</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>cohort</source>
        <translation>Kohorte</translation>
    </message>
    <message>
        <source>command {code}</source>
        <translation>Befehl {code}</translation>
    </message>
    <message>
        <source>common reference</source>
        <translation>gemeinsame Referenz</translation>
    </message>
    <message>
        <source>computed: {amount} in 0.1 mL</source>
        <translation>berechnet: {amount} in 0,1 mL</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connection {n}</source>
        <translation>Verbindung {n}</translation>
    </message>
    <message>
        <source>consensus</source>
        <translation>Konsens</translation>
    </message>
    <message>
        <source>contact check</source>
        <translation>Kontaktprüfung</translation>
    </message>
    <message>
        <source>contacts 2.5 mm</source>
        <translation>Kontakte 2,5 mm</translation>
    </message>
    <message>
        <source>contraction {mean_uv:.1f} µV does not stand out from rest {rest_uv:.1f} µV (at least {times:g} times in the mean).</source>
        <translation>Kontraktion {mean_uv:.1f} µV hebt sich nicht von der Ruhe {rest_uv:.1f} µV ab (im Mittel mindestens {times:g}-fach).</translation>
    </message>
    <message>
        <source>contraction {n}</source>
        <translation>Kontraktion {n}</translation>
    </message>
    <message>
        <source>contraction {reference_uv:.1f} µV is less than {times:g} times rest {rest_uv:.1f} µV.</source>
        <translation>Kontraktion {reference_uv:.1f} µV ist weniger als {times:g}-mal die Ruhe {rest_uv:.1f} µV.</translation>
    </message>
    <message>
        <source>contradicted or conflicting</source>
        <translation>widerlegt oder widersprüchlich</translation>
    </message>
    <message>
        <source>contraindication</source>
        <translation>Gegenanzeige</translation>
    </message>
    <message>
        <source>corrugator</source>
        <translation>Corrugator</translation>
    </message>
    <message>
        <source>cost {amount:.2f} {currency!s}</source>
        <translation>Kosten {amount:.2f} {currency!s}</translation>
    </message>
    <message>
        <source>crow&apos;s feet</source>
        <translation>Krähenfüße</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>Tag {day}</translation>
    </message>
    <message>
        <source>day {day} ({date!s}): left {left!s}, right {right!s}</source>
        <translation>Tag {day} ({date!s}): links {left!s}, rechts {right!s}</translation>
    </message>
    <message>
        <source>deep scars of the skin</source>
        <translation>tiefe Narben der Haut</translation>
    </message>
    <message>
        <source>depressor anguli oris</source>
        <translation>Depressor anguli oris</translation>
    </message>
    <message>
        <source>do not treat today</source>
        <translation>heute nicht behandeln</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>dosing</source>
        <translation>Dosierung</translation>
    </message>
    <message>
        <source>double or blurred vision, a dry or painful eye, an eye that does not close</source>
        <translation>Doppelbilder oder unscharfes Sehen, trockenes oder schmerzendes Auge, Auge schließt nicht</translation>
    </message>
    <message>
        <source>earlier surgery of the face</source>
        <translation>frühere Operation im Gesicht</translation>
    </message>
    <message>
        <source>earliest day of review</source>
        <translation>frühester Tag der Nachkontrolle</translation>
    </message>
    <message>
        <source>ecg</source>
        <translation>EKG</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>effect not shown</source>
        <translation>Wirkung nicht gezeigt</translation>
    </message>
    <message>
        <source>effect not shown; a fall to {least} % or less could be read.</source>
        <translation>Wirkung nicht gezeigt; ein Abfall auf {least} % oder weniger wäre lesbar.</translation>
    </message>
    <message>
        <source>effect shown</source>
        <translation>Wirkung gezeigt</translation>
    </message>
    <message>
        <source>effect shown.</source>
        <translation>Wirkung gezeigt.</translation>
    </message>
    <message>
        <source>electrode</source>
        <translation>Elektrode</translation>
    </message>
    <message>
        <source>electrode on the bottom pin</source>
        <translation>Elektrode am unteren Pin</translation>
    </message>
    <message>
        <source>electrode on the top pin</source>
        <translation>Elektrode am oberen Pin</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Hüllkurve</translation>
    </message>
    <message>
        <source>error {code}</source>
        <translation>Fehler {code}</translation>
    </message>
    <message>
        <source>every site is calibrated and good</source>
        <translation>jede Messstelle ist kalibriert und gut</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>evidence: {grade}</source>
        <translation>Beleg: {grade}</translation>
    </message>
    <message>
        <source>examine before any units</source>
        <translation>vor jeder Einheit untersuchen</translation>
    </message>
    <message>
        <source>expires {date!s}</source>
        <translation>Verfall {date!s}</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erste</translation>
    </message>
    <message>
        <source>first visit, U</source>
        <translation>erster Besuch, E</translation>
    </message>
    <message>
        <source>first visit, lot</source>
        <translation>erster Besuch, Charge</translation>
    </message>
    <message>
        <source>first visit, product</source>
        <translation>erster Besuch, Produkt</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>flach</translation>
    </message>
    <message>
        <source>forehead</source>
        <translation>Stirn</translation>
    </message>
    <message>
        <source>framed:{port}  or  text:{port}?scale_uv=…</source>
        <translation>framed:{port}  oder  text:{port}?scale_uv=…</translation>
    </message>
    <message>
        <source>frontalis</source>
        <translation>Frontalis</translation>
    </message>
    <message>
        <source>full effect</source>
        <translation>volle Wirkung</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>gentamicin, 240 mg, yesterday</source>
        <translation>Gentamicin, 240 mg, gestern</translation>
    </message>
    <message>
        <source>glabella</source>
        <translation>Glabella</translation>
    </message>
    <message>
        <source>go on: the signal is sound</source>
        <translation>weiter: das Signal ist gut</translation>
    </message>
    <message>
        <source>goal (full or soft)</source>
        <translation>Ziel (voll oder sanft)</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>gum shown in a full smile, mm</source>
        <translation>sichtbares Zahnfleisch beim vollen Lächeln, mm</translation>
    </message>
    <message>
        <source>gummy smile, anterior</source>
        <translation>Zahnfleischlächeln, vorn</translation>
    </message>
    <message>
        <source>gummy smile, asymmetric</source>
        <translation>Zahnfleischlächeln, ungleich</translation>
    </message>
    <message>
        <source>gummy smile, posterior</source>
        <translation>Zahnfleischlächeln, hinten</translation>
    </message>
    <message>
        <source>half way from the corner of the mouth to the front of the ear</source>
        <translation>auf halbem Weg vom Mundwinkel zur Vorderseite des Ohrs</translation>
    </message>
    <message>
        <source>has too few entries</source>
        <translation>hat zu wenige Einträge</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>hat zu viele Einträge</translation>
    </message>
    <message>
        <source>healthy within ±{limit:.0f} %</source>
        <translation>gesund innerhalb ±{limit:.0f} %</translation>
    </message>
    <message>
        <source>healthy: within ±{limit:.0f} %</source>
        <translation>gesund: innerhalb ±{limit:.0f} %</translation>
    </message>
    <message>
        <source>height of the brow, mm</source>
        <translation>Höhe der Augenbraue, mm</translation>
    </message>
    <message>
        <source>hemifacial spasm, now or before</source>
        <translation>Hemispasmus facialis, jetzt oder früher</translation>
    </message>
    <message>
        <source>higher than before</source>
        <translation>höher als zuvor</translation>
    </message>
    <message>
        <source>higher than before: check electrode and task.</source>
        <translation>höher als zuvor: Elektrode und Aufgabe prüfen.</translation>
    </message>
    <message>
        <source>how serious</source>
        <translation>wie schwer</translation>
    </message>
    <message>
        <source>hum</source>
        <translation>Brummen</translation>
    </message>
    <message>
        <source>hum of {hz:.2f} Hz: up to {taken:.1f} µV taken out, at most {left:.1f} µV left</source>
        <translation>Brummen von {hz:.2f} Hz: bis zu {taken:.1f} µV entfernt, höchstens {left:.1f} µV übrig</translation>
    </message>
    <message>
        <source>hum of {hz:.2f} Hz: up to {taken:.1f} µV taken out, what is left is not known yet</source>
        <translation>Brummen von {hz:.2f} Hz: bis zu {taken:.1f} µV entfernt; was übrig ist, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>hypersensitivity to a botulinum toxin</source>
        <translation>Überempfindlichkeit gegen ein Botulinumtoxin</translation>
    </message>
    <message>
        <source>in the command that was typed</source>
        <translation>im eingegebenen Befehl</translation>
    </message>
    <message>
        <source>in the field where it is said</source>
        <translation>im Feld, an dem es steht</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>in der Datei</translation>
    </message>
    <message>
        <source>in the program that calls Evenhand</source>
        <translation>im Programm, das Evenhand aufruft</translation>
    </message>
    <message>
        <source>in the step of the measurement: Again (D)</source>
        <translation>im Schritt der Messung: Noch einmal (D)</translation>
    </message>
    <message>
        <source>in use by {holders}</source>
        <translation>benutzt von {holders}</translation>
    </message>
    <message>
        <source>in your words, then Enter (Esc: back)</source>
        <translation>in eigenen Worten, dann Eingabe (Esc: zurück)</translation>
    </message>
    <message>
        <source>infection</source>
        <translation>Infektion</translation>
    </message>
    <message>
        <source>infection or inflammation at an injection site</source>
        <translation>Infektion oder Entzündung an einer Injektionsstelle</translation>
    </message>
    <message>
        <source>inflammation without infection</source>
        <translation>Entzündung ohne Infektion</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>involuntary bursts</source>
        <translation>unwillkürliche Ausschläge</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>is too long a text</source>
        <translation>ist ein zu langer Text</translation>
    </message>
    <message>
        <source>it does not know this command</source>
        <translation>es kennt diesen Befehl nicht</translation>
    </message>
    <message>
        <source>it has channels 1 to {last}</source>
        <translation>es hat die Kanäle 1 bis {last}</translation>
    </message>
    <message>
        <source>it has {limit} channels</source>
        <translation>es hat {limit} Kanäle</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>es ist zu tief geschachtelt</translation>
    </message>
    <message>
        <source>it is of another person</source>
        <translation>sie ist von einer anderen Person</translation>
    </message>
    <message>
        <source>it sends the number of each sample and has no electrodes</source>
        <translation>es sendet die Nummer jedes Abtastwerts und hat keine Elektroden</translation>
    </message>
    <message>
        <source>it streams; stop it first</source>
        <translation>es sendet; halten Sie es zuerst an</translation>
    </message>
    <message>
        <source>it was measured again</source>
        <translation>es wurde noch einmal gemessen</translation>
    </message>
    <message>
        <source>it was not measured before the treatment</source>
        <translation>es wurde vor der Behandlung nicht gemessen</translation>
    </message>
    <message>
        <source>its connections</source>
        <translation>ihre Verbindungen</translation>
    </message>
    <message>
        <source>its converter does at most {limit} Hz</source>
        <translation>sein Wandler kann höchstens {limit} Hz</translation>
    </message>
    <message>
        <source>its format</source>
        <translation>ihr Format</translation>
    </message>
    <message>
        <source>its pages</source>
        <translation>ihre Seiten</translation>
    </message>
    <message>
        <source>its records</source>
        <translation>ihre Einträge</translation>
    </message>
    <message>
        <source>its samples</source>
        <translation>ihre Messwerte</translation>
    </message>
    <message>
        <source>its tables</source>
        <translation>ihre Tabellen</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Fachinformation</translation>
    </message>
    <message>
        <source>label interval</source>
        <translation>Abstand der Fachinformation</translation>
    </message>
    <message>
        <source>label interval, days</source>
        <translation>Abstand der Fachinformation, Tage</translation>
    </message>
    <message>
        <source>label of the person, as M-012</source>
        <translation>Kennung der Person, wie M-012</translation>
    </message>
    <message>
        <source>label text of {date!s}</source>
        <translation>Fachinformation vom {date!s}</translation>
    </message>
    <message>
        <source>large: last hold (1 s)   grey, bar: now</source>
        <translation>groß: zuletzt (1 s)   grau, Balken: jetzt</translation>
    </message>
    <message>
        <source>last botulinum toxin of any kind</source>
        <translation>letztes Botulinumtoxin irgendeiner Art</translation>
    </message>
    <message>
        <source>last toxin</source>
        <translation>letztes Toxin</translation>
    </message>
    <message>
        <source>last toxin {days} days ago</source>
        <translation>letztes Toxin vor {days} Tagen</translation>
    </message>
    <message>
        <source>lead off</source>
        <translation>Elektrode ab</translation>
    </message>
    <message>
        <source>leads are swapped or bridged</source>
        <translation>Kabel sind vertauscht oder überbrückt</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>left more active by {percent} %</source>
        <translation>links um {percent} % aktiver</translation>
    </message>
    <message>
        <source>left more ▸</source>
        <translation>links mehr ▸</translation>
    </message>
    <message>
        <source>left {left!s}, right {right!s}</source>
        <translation>links {left!s}, rechts {right!s}</translation>
    </message>
    <message>
        <source>levator labii</source>
        <translation>Levator labii</translation>
    </message>
    <message>
        <source>levator labii (LLSAN and LLS)</source>
        <translation>Levator labii (LLSAN und LLS)</translation>
    </message>
    <message>
        <source>licensed; its dose was not read</source>
        <translation>zugelassen; die Dosis wurde nicht gelesen</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>lines without an important psychological impact</source>
        <translation>Falten ohne erhebliche psychische Belastung</translation>
    </message>
    <message>
        <source>link lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>lip flip</source>
        <translation>Lip Flip</translation>
    </message>
    <message>
        <source>lip lines</source>
        <translation>Lippenfältchen</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>lot {lot!s}</source>
        <translation>Charge {lot!s}</translation>
    </message>
    <message>
        <source>mains</source>
        <translation>Brummen</translation>
    </message>
    <message>
        <source>mains, movement or the heart is in the signal</source>
        <translation>Brummen, Bewegung oder das Herz ist im Signal</translation>
    </message>
    <message>
        <source>marionette lines</source>
        <translation>Marionettenfalten</translation>
    </message>
    <message>
        <source>mark {n}</source>
        <translation>Marke {n}</translation>
    </message>
    <message>
        <source>marked facial asymmetry at rest</source>
        <translation>deutliche Gesichtsasymmetrie in Ruhe</translation>
    </message>
    <message>
        <source>masseter</source>
        <translation>Masseter</translation>
    </message>
    <message>
        <source>masseter, bruxism</source>
        <translation>Masseter, Bruxismus</translation>
    </message>
    <message>
        <source>masseter, contour</source>
        <translation>Masseter, Kontur</translation>
    </message>
    <message>
        <source>measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>medicines that strengthen the effect or relax muscles</source>
        <translation>Arzneimittel, die die Wirkung verstärken oder Muskeln entspannen</translation>
    </message>
    <message>
        <source>men, by palpated muscle mass</source>
        <translation>Männer, nach getasteter Muskelmasse</translation>
    </message>
    <message>
        <source>mend what is wrong and measure again</source>
        <translation>den Fehler beheben und noch einmal messen</translation>
    </message>
    <message>
        <source>mentalis</source>
        <translation>Mentalis</translation>
    </message>
    <message>
        <source>midline</source>
        <translation>Mittellinie</translation>
    </message>
    <message>
        <source>mild, or treated in hospital</source>
        <translation>leicht, oder im Krankenhaus behandelt</translation>
    </message>
    <message>
        <source>more units on the more active side</source>
        <translation>mehr Einheiten auf der aktiveren Seite</translation>
    </message>
    <message>
        <source>most in a session</source>
        <translation>höchstens je Sitzung</translation>
    </message>
    <message>
        <source>most in {days} d</source>
        <translation>höchstens in {days} d</translation>
    </message>
    <message>
        <source>most in {region}</source>
        <translation>höchstens in {region}</translation>
    </message>
    <message>
        <source>motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>moves along</source>
        <translation>bewegt sich mit</translation>
    </message>
    <message>
        <source>much loose skin of the lids</source>
        <translation>viel lose Lidhaut</translation>
    </message>
    <message>
        <source>muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>muscle thickness by ultrasound, mm</source>
        <translation>Muskeldicke im Ultraschall, mm</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>muss eine endliche Zahl sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a table with fields of its own</source>
        <translation>muss eine Tabelle mit eigenen Feldern sein</translation>
    </message>
    <message>
        <source>must be a text in quotes</source>
        <translation>muss ein Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be at least {limit}</source>
        <translation>muss mindestens {limit} sein</translation>
    </message>
    <message>
        <source>must be at most {limit}</source>
        <translation>darf höchstens {limit} sein</translation>
    </message>
    <message>
        <source>must be less than {limit}</source>
        <translation>muss weniger als {limit} sein</translation>
    </message>
    <message>
        <source>must be more than {limit}</source>
        <translation>muss mehr als {limit} sein</translation>
    </message>
    <message>
        <source>must be one of {names!s}</source>
        <translation>muss eines von {names!s} sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>myasthenia gravis or Lambert-Eaton syndrome</source>
        <translation>Myasthenia gravis oder Lambert-Eaton-Syndrom</translation>
    </message>
    <message>
        <source>name or initials</source>
        <translation>Name oder Kürzel</translation>
    </message>
    <message>
        <source>name, amount, when last</source>
        <translation>Name, Menge, wann zuletzt</translation>
    </message>
    <message>
        <source>nasalis</source>
        <translation>Nasalis</translation>
    </message>
    <message>
        <source>no board</source>
        <translation>kein Board</translation>
    </message>
    <message>
        <source>no clear dose response</source>
        <translation>keine klare Dosisabhängigkeit</translation>
    </message>
    <message>
        <source>no healthy range of this muscle is published</source>
        <translation>für diesen Muskel ist kein gesunder Bereich veröffentlicht</translation>
    </message>
    <message>
        <source>no healthy range published</source>
        <translation>kein Normbereich bekannt</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>kein Zugriffsrecht</translation>
    </message>
    <message>
        <source>no person</source>
        <translation>keine Person</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>kein Plan</translation>
    </message>
    <message>
        <source>no published evidence</source>
        <translation>kein veröffentlichter Beleg</translation>
    </message>
    <message>
        <source>no range published</source>
        <translation>kein Bereich veröffentlicht</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>keine Quelle</translation>
    </message>
    <message>
        <source>no suggestion</source>
        <translation>kein Vorschlag</translation>
    </message>
    <message>
        <source>no toxin before</source>
        <translation>kein Toxin zuvor</translation>
    </message>
    <message>
        <source>noise at rest</source>
        <translation>Rauschen in Ruhe</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>verrauscht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>keine gegeben</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>none: the program&apos;s own limits</source>
        <translation>keine: die Grenzen des Programms</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht gegeben</translation>
    </message>
    <message>
        <source>not in the tables</source>
        <translation>nicht in den Tabellen</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht angehakt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>not yet, or the reference of the report</source>
        <translation>noch nicht, oder das Aktenzeichen der Meldung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>nothing given yet</source>
        <translation>noch nichts injiziert</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>numbers or names, as 1,3</source>
        <translation>Nummern oder Namen, etwa 1,3</translation>
    </message>
    <message>
        <source>off label</source>
        <translation>off-label</translation>
    </message>
    <message>
        <source>old reference</source>
        <translation>alte Referenz</translation>
    </message>
    <message>
        <source>on its band, 3 to 4 cm below the edge of the jaw, upright</source>
        <translation>auf seinem Strang, 3 bis 4 cm unter der Kieferkante, senkrecht</translation>
    </message>
    <message>
        <source>on its belly, on the line from the corner of the eye to the jaw&apos;s angle</source>
        <translation>auf seinem Bauch, auf der Linie vom Augenwinkel zum Kieferwinkel</translation>
    </message>
    <message>
        <source>on its front bulge, one finger behind the rim of the eye socket, upright</source>
        <translation>auf seiner vorderen Wölbung, einen Finger hinter dem Rand der Augenhöhle, senkrecht</translation>
    </message>
    <message>
        <source>on record</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <source>on the chin, just beside its middle, upright</source>
        <translation>am Kinn, dicht neben der Mitte, senkrecht</translation>
    </message>
    <message>
        <source>on the face</source>
        <translation>im Gesicht</translation>
    </message>
    <message>
        <source>on the side of the nasal bridge, along the wrinkle</source>
        <translation>seitlich am Nasenrücken, längs der Falte</translation>
    </message>
    <message>
        <source>onabotulinumtoxinA 48 against 72 units: 90.6 against 91.3 % responded at day 90. Half as much again did not show.</source>
        <translation>OnabotulinumtoxinA 48 gegen 72 Einheiten: an Tag 90 sprachen 90,6 gegen 91,3 % an. Die Hälfte mehr zeigte sich nicht.</translation>
    </message>
    <message>
        <source>one high arm</source>
        <translation>ein hoher Studienarm</translation>
    </message>
    <message>
        <source>one muscle moves along with another</source>
        <translation>ein Muskel bewegt sich mit einem anderen mit</translation>
    </message>
    <message>
        <source>one side cramps by itself</source>
        <translation>eine Seite verkrampft von selbst</translation>
    </message>
    <message>
        <source>one side is seen to lag at maximum contraction</source>
        <translation>eine Seite bleibt bei stärkster Anspannung sichtbar zurück</translation>
    </message>
    <message>
        <source>one side lags</source>
        <translation>eine Seite bleibt zurück</translation>
    </message>
    <message>
        <source>one side may be weak: a quiet side is not a strong other</source>
        <translation>vielleicht ist eine Seite schwach: eine stille Seite ist keine starke andere</translation>
    </message>
    <message>
        <source>one vial, one person, one session</source>
        <translation>eine Flasche, eine Person, eine Sitzung</translation>
    </message>
    <message>
        <source>only {n} contractions were recorded.</source>
        <translation>nur {n} Kontraktionen wurden aufgenommen.</translation>
    </message>
    <message>
        <source>orbicularis oculi</source>
        <translation>Orbicularis oculi</translation>
    </message>
    <message>
        <source>orbicularis oculi, lateral part</source>
        <translation>Orbicularis oculi, seitlicher Teil</translation>
    </message>
    <message>
        <source>orbicularis oris</source>
        <translation>Orbicularis oris</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>außerhalb des Umfangs</translation>
    </message>
    <message>
        <source>overstated</source>
        <translation>übertrieben</translation>
    </message>
    <message>
        <source>partly contradicted</source>
        <translation>teils widerlegt</translation>
    </message>
    <message>
        <source>partly supported</source>
        <translation>teils belegt</translation>
    </message>
    <message>
        <source>partly true</source>
        <translation>teils richtig</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>pins +{n} and −{n}</source>
        <translation>Pins +{n} und −{n}</translation>
    </message>
    <message>
        <source>plain text (open it as text:…)</source>
        <translation>reiner Text (öffnen als text:…)</translation>
    </message>
    <message>
        <source>planned: {planned!s}</source>
        <translation>geplant: {planned!s}</translation>
    </message>
    <message>
        <source>platysma</source>
        <translation>Platysma</translation>
    </message>
    <message>
        <source>platysma bands</source>
        <translation>Platysmabänder</translation>
    </message>
    <message>
        <source>platysma bands, number</source>
        <translation>Platysmabänder, Anzahl</translation>
    </message>
    <message>
        <source>plausible</source>
        <translation>plausibel</translation>
    </message>
    <message>
        <source>plausible number unsupported</source>
        <translation>plausibel, die Zahl unbelegt</translation>
    </message>
    <message>
        <source>playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>point {n}</source>
        <translation>Punkt {n}</translation>
    </message>
    <message>
        <source>points {n} to {last}</source>
        <translation>Punkte {n} bis {last}</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglicherweise</translation>
    </message>
    <message>
        <source>prabotulinumtoxinA 24, 48, 72 or 96 units in all: thinning grew with dose, best at 48 to 72; chewing discomfort at 96.</source>
        <translation>PrabotulinumtoxinA insgesamt 24, 48, 72 oder 96 Einheiten: die Verdünnung stieg mit der Dosis, am besten bei 48 bis 72; Kaubeschwerden bei 96.</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>pregnancy</source>
        <translation>Schwangerschaft</translation>
    </message>
    <message>
        <source>pregnancy or breast-feeding</source>
        <translation>Schwangerschaft oder Stillzeit</translation>
    </message>
    <message>
        <source>preparation</source>
        <translation>Zubereitung</translation>
    </message>
    <message>
        <source>press the pedal here</source>
        <translation>hier das Pedal drücken</translation>
    </message>
    <message>
        <source>printed {at!s}, page {page}</source>
        <translation>gedruckt {at!s}, Seite {page}</translation>
    </message>
    <message>
        <source>procerus</source>
        <translation>Procerus</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>bewiesen</translation>
    </message>
    <message>
        <source>put on again</source>
        <translation>wieder aufgesetzt</translation>
    </message>
    <message>
        <source>quick look</source>
        <translation>kurzer Blick</translation>
    </message>
    <message>
        <source>railed</source>
        <translation>am Anschlag</translation>
    </message>
    <message>
        <source>randomised trial</source>
        <translation>randomisierte Studie</translation>
    </message>
    <message>
        <source>ready to use: no diluent; {storage}</source>
        <translation>gebrauchsfertig: kein Lösungsmittel; {storage}</translation>
    </message>
    <message>
        <source>record {n} ({kind})</source>
        <translation>Eintrag {n} ({kind})</translation>
    </message>
    <message>
        <source>record {n} is missing</source>
        <translation>Eintrag {n} fehlt</translation>
    </message>
    <message>
        <source>recorded {seconds:.0f} s</source>
        <translation>{seconds:.0f} s aufgezeichnet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>reported to</source>
        <translation>gemeldet an</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>right more active by {percent} %</source>
        <translation>rechts um {percent} % aktiver</translation>
    </message>
    <message>
        <source>room temperature or 2 to 8 °C</source>
        <translation>Raumtemperatur oder 2 bis 8 °C</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>samples are missing or railed within a contraction.</source>
        <translation>in einer Kontraktion fehlen Messwerte oder stehen am Anschlag.</translation>
    </message>
    <message>
        <source>samples are missing or railed within the rest or a contraction.</source>
        <translation>in der Ruhe oder einer Kontraktion fehlen Messwerte oder stehen am Anschlag.</translation>
    </message>
    <message>
        <source>samples lost</source>
        <translation>Messwerte verloren</translation>
    </message>
    <message>
        <source>sampling rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>sampling rate, Hz</source>
        <translation>Abtastrate, Hz</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweite</translation>
    </message>
    <message>
        <source>see an atlas; both sides alike</source>
        <translation>siehe einen Atlas; beide Seiten gleich</translation>
    </message>
    <message>
        <source>serial port</source>
        <translation>serieller Anschluss</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>schwingt ein</translation>
    </message>
    <message>
        <source>shared signal</source>
        <translation>gemeinsames Signal</translation>
    </message>
    <message>
        <source>shortest interval</source>
        <translation>kürzester Abstand</translation>
    </message>
    <message>
        <source>side effects</source>
        <translation>Nebenwirkungen</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>since the injection: {what}</source>
        <translation>seit der Injektion: {what}</translation>
    </message>
    <message>
        <source>since when</source>
        <translation>seit wann</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>soft effect</source>
        <translation>sanfte Wirkung</translation>
    </message>
    <message>
        <source>something else went wrong</source>
        <translation>etwas anderes ging schief</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>still</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>studied</source>
        <translation>untersucht</translation>
    </message>
    <message>
        <source>sudo usermod -aG {group} $USER, then log in again; or add to /etc/udev/rules.d/60-evenhand.rules: {rule}</source>
        <translation>sudo usermod -aG {group} $USER, dann neu anmelden; oder in /etc/udev/rules.d/60-evenhand.rules ergänzen: {rule}</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>suggestion, limited</source>
        <translation>Vorschlag, begrenzt</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>supported roughly</source>
        <translation>ungefähr belegt</translation>
    </message>
    <message>
        <source>swapped</source>
        <translation>vertauscht</translation>
    </message>
    <message>
        <source>swapped leads</source>
        <translation>vertauschte Kabel</translation>
    </message>
    <message>
        <source>symmetry: after repetitions</source>
        <translation>Symmetrie: noch keine</translation>
    </message>
    <message>
        <source>synkinesis</source>
        <translation>Synkinesie</translation>
    </message>
    <message>
        <source>syringe</source>
        <translation>Spritze</translation>
    </message>
    <message>
        <source>syringe {n}</source>
        <translation>Spritze {n}</translation>
    </message>
    <message>
        <source>syringes {n} to {last}</source>
        <translation>Spritzen {n} bis {last}</translation>
    </message>
    <message>
        <source>take off</source>
        <translation>abnehmen</translation>
    </message>
    <message>
        <source>take the suggested change</source>
        <translation>die vorgeschlagene Änderung annehmen</translation>
    </message>
    <message>
        <source>tap test</source>
        <translation>Tipptest</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>teaching</source>
        <translation>Lehrmeinung</translation>
    </message>
    <message>
        <source>temporalis</source>
        <translation>Temporalis</translation>
    </message>
    <message>
        <source>that needs {limit} bit/s, more than its line carries</source>
        <translation>das braucht {limit} bit/s, mehr als die Leitung trägt</translation>
    </message>
    <message>
        <source>that you took your answer back</source>
        <translation>dass Sie Ihre Antwort zurückgenommen haben</translation>
    </message>
    <message>
        <source>the asymmetry is beyond the healthy range</source>
        <translation>die Asymmetrie liegt jenseits des gesunden Bereichs</translation>
    </message>
    <message>
        <source>the asymmetry is inside the healthy range</source>
        <translation>die Asymmetrie liegt im gesunden Bereich</translation>
    </message>
    <message>
        <source>the band is {now}, before the treatment it was {before}</source>
        <translation>das Band ist {now}, vor der Behandlung war es {before}</translation>
    </message>
    <message>
        <source>the board&apos;s rate is wrong</source>
        <translation>die Rate des Boards ist falsch</translation>
    </message>
    <message>
        <source>the brow may be holding up a low lid</source>
        <translation>vielleicht hält die Braue ein tiefes Lid oben</translation>
    </message>
    <message>
        <source>the calibration of {utc} was locked with another {what}.</source>
        <translation>die Kalibrierung von {utc} wurde mit einem anderen Wert festgestellt: {what}.</translation>
    </message>
    <message>
        <source>the contact of a recording or a test signal is its own</source>
        <translation>der Kontakt einer Aufzeichnung oder eines Testsignals ist ihr eigener</translation>
    </message>
    <message>
        <source>the electrodes sit on marked or photographed sites, as before</source>
        <translation>die Elektroden sitzen wie zuvor auf markierten oder fotografierten Stellen</translation>
    </message>
    <message>
        <source>the examination was changed</source>
        <translation>die Untersuchung wurde geändert</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>the first record is missing</source>
        <translation>der erste Eintrag fehlt</translation>
    </message>
    <message>
        <source>the key {name!r} stands twice</source>
        <translation>der Schlüssel {name!r} steht zweimal</translation>
    </message>
    <message>
        <source>the label of the person</source>
        <translation>die Bezeichnung der Person</translation>
    </message>
    <message>
        <source>the label&apos;s dilution ({sources!s})</source>
        <translation>die Verdünnung der Fachinformation ({sources!s})</translation>
    </message>
    <message>
        <source>the label&apos;s: {amount} in 0.1 mL</source>
        <translation>Fachinformation: {amount} in 0,1 mL</translation>
    </message>
    <message>
        <source>the last records, from {n} on</source>
        <translation>die letzten Einträge, ab {n}</translation>
    </message>
    <message>
        <source>the last samples, from block {n} on</source>
        <translation>die letzten Werte, ab Block {n}</translation>
    </message>
    <message>
        <source>the link loses samples or is gone</source>
        <translation>die Verbindung verliert Messwerte oder ist weg</translation>
    </message>
    <message>
        <source>the mark of its end</source>
        <translation>die Marke ihres Endes</translation>
    </message>
    <message>
        <source>the measurement has become too old</source>
        <translation>die Messung ist zu alt geworden</translation>
    </message>
    <message>
        <source>the origin (live, playback or simulated)</source>
        <translation>die Herkunft (live, Wiedergabe oder simuliert)</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>der Plan</translation>
    </message>
    <message>
        <source>the plan was changed</source>
        <translation>der Plan wurde geändert</translation>
    </message>
    <message>
        <source>the plan&apos;s sides differ for a stated reason</source>
        <translation>die Seiten des Plans sind aus genanntem Grund verschieden</translation>
    </message>
    <message>
        <source>the plan&apos;s sides differ without a stated reason</source>
        <translation>die Seiten des Plans sind ohne genannten Grund verschieden</translation>
    </message>
    <message>
        <source>the policy was changed</source>
        <translation>die Vorgaben wurden geändert</translation>
    </message>
    <message>
        <source>the program&apos;s own limits</source>
        <translation>die eigenen Grenzen des Programms</translation>
    </message>
    <message>
        <source>the samples from {first} on of connection {n}</source>
        <translation>die Messwerte ab {first} der Verbindung {n}</translation>
    </message>
    <message>
        <source>the seal</source>
        <translation>das Siegel</translation>
    </message>
    <message>
        <source>the syringe cannot measure the planned doses</source>
        <translation>die Spritze kann die geplanten Dosen nicht abmessen</translation>
    </message>
    <message>
        <source>the visit</source>
        <translation>der Besuch</translation>
    </message>
    <message>
        <source>the {side} electrode was {quality}</source>
        <translation>die Elektrode {side} war {quality}</translation>
    </message>
    <message>
        <source>thick, sebaceous skin</source>
        <translation>dicke, talgreiche Haut</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>angehakt</translation>
    </message>
    <message>
        <source>too soon after the last toxin</source>
        <translation>zu früh nach dem letzten Toxin</translation>
    </message>
    <message>
        <source>treat as planned</source>
        <translation>wie geplant behandeln</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>versucht</translation>
    </message>
    <message>
        <source>trouble breathing</source>
        <translation>Atembeschwerden</translation>
    </message>
    <message>
        <source>trouble swallowing or breathing</source>
        <translation>Beschwerden beim Schlucken oder Atmen</translation>
    </message>
    <message>
        <source>trouble swallowing, choking</source>
        <translation>Schluckbeschwerden, Verschlucken</translation>
    </message>
    <message>
        <source>uncalibrated</source>
        <translation>unkalibriert</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>units of the plan</source>
        <translation>Einheiten des Plans</translation>
    </message>
    <message>
        <source>units, then Enter (Esc: back)</source>
        <translation>Einheiten, dann Eingabe (Esc: zurück)</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>kaum</translation>
    </message>
    <message>
        <source>unopened</source>
        <translation>ungeöffnet</translation>
    </message>
    <message>
        <source>unproven</source>
        <translation>unbewiesen</translation>
    </message>
    <message>
        <source>unverifiable</source>
        <translation>nicht überprüfbar</translation>
    </message>
    <message>
        <source>unverifiable probably invented</source>
        <translation>nicht überprüfbar, wohl erfunden</translation>
    </message>
    <message>
        <source>up to 25 °C</source>
        <translation>bis 25 °C</translation>
    </message>
    <message>
        <source>use</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>use within {hours} h of mixing ({storage})</source>
        <translation>innerhalb von {hours} h nach dem Mischen verwenden ({storage})</translation>
    </message>
    <message>
        <source>usually {folder!s}</source>
        <translation>gewöhnlich {folder!s}</translation>
    </message>
    <message>
        <source>vial</source>
        <translation>Durchstechflasche</translation>
    </message>
    <message>
        <source>vial and diluent</source>
        <translation>Flasche und Verdünnungsmittel</translation>
    </message>
    <message>
        <source>vial and diluent as entered</source>
        <translation>Flasche und Verdünnungsmittel wie eingegeben</translation>
    </message>
    <message>
        <source>vial of {amount} in {ml:g} mL: {strength} in 0.1 mL</source>
        <translation>Flasche mit {amount} in {ml:g} mL: {strength} in 0,1 mL</translation>
    </message>
    <message>
        <source>vial {amount} in {ml:g} mL</source>
        <translation>Flasche {amount} in {ml:g} mL</translation>
    </message>
    <message>
        <source>vial {n}</source>
        <translation>Flasche {n}</translation>
    </message>
    <message>
        <source>vial, lot and expiry are not given</source>
        <translation>Flasche, Charge und Verfall sind nicht angegeben</translation>
    </message>
    <message>
        <source>vials {n} to {last}</source>
        <translation>Flaschen {n} bis {last}</translation>
    </message>
    <message>
        <source>virtual patient (simulated)</source>
        <translation>virtueller Patient (simuliert)</translation>
    </message>
    <message>
        <source>volume of a point</source>
        <translation>Volumen eines Punktes</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>weakness elsewhere, hives, or swelling of face or throat</source>
        <translation>Schwäche an anderer Stelle, Nesselsucht oder Schwellung von Gesicht oder Hals</translation>
    </message>
    <message>
        <source>weakness or wasting of a muscle to be treated</source>
        <translation>Schwäche oder Schwund eines zu behandelnden Muskels</translation>
    </message>
    <message>
        <source>what happened in the visit</source>
        <translation>was im Besuch geschah</translation>
    </message>
    <message>
        <source>what you see that asks for it</source>
        <translation>was Sie sehen, das dafür spricht</translation>
    </message>
    <message>
        <source>where the board is chosen</source>
        <translation>wo das Board gewählt wird</translation>
    </message>
    <message>
        <source>who prescribes</source>
        <translation>wer verordnet</translation>
    </message>
    <message>
        <source>whose and whence it is</source>
        <translation>wessen sie ist und woher sie kommt</translation>
    </message>
    <message>
        <source>why you go on, then Enter (Esc: leave it)</source>
        <translation>warum Sie fortfahren, dann Enter (Esc: lassen)</translation>
    </message>
    <message>
        <source>with 20 units in the glabella; 86.4 and 91.2 % responded at day 30</source>
        <translation>mit 20 Einheiten in der Glabella; 86,4 und 91,2 % sprachen an Tag 30 an</translation>
    </message>
    <message>
        <source>with glabella 20 and crow&apos;s feet 24; 156 people</source>
        <translation>mit Glabella 20 und Krähenfüßen 24; 156 Personen</translation>
    </message>
    <message>
        <source>with glabella 20 and forehead 10 to 20; 156 people</source>
        <translation>mit Glabella 20 und Stirn 10 bis 20; 156 Personen</translation>
    </message>
    <message>
        <source>women, by palpated muscle mass</source>
        <translation>Frauen, nach getasteter Muskelmasse</translation>
    </message>
    <message>
        <source>women; 40 units held 24.0 against 19.7 weeks</source>
        <translation>Frauen; 40 Einheiten hielten 24,0 gegen 19,7 Wochen</translation>
    </message>
    <message>
        <source>wrong rate</source>
        <translation>falsche Rate</translation>
    </message>
    <message>
        <source>your answer to the suggestion</source>
        <translation>Ihre Antwort auf den Vorschlag</translation>
    </message>
    <message>
        <source>your name or initials</source>
        <translation>Ihr Name oder Kürzel</translation>
    </message>
    <message>
        <source>zygomaticus</source>
        <translation>Zygomaticus</translation>
    </message>
    <message>
        <source>{address} is not of this computer alone.</source>
        <translation>{address} gehört nicht diesem Rechner allein.</translation>
    </message>
    <message>
        <source>{age:.1f} s</source>
        <translation>{age:.1f} s</translation>
    </message>
    <message>
        <source>{amount!s} %</source>
        <translation>{amount!s} %</translation>
    </message>
    <message>
        <source>{amount!s} given</source>
        <translation>{amount!s} gegeben</translation>
    </message>
    <message>
        <source>{amount!s} mL</source>
        <translation>{amount!s} mL</translation>
    </message>
    <message>
        <source>{amount!s} units</source>
        <translation>{amount!s} Einheiten</translation>
    </message>
    <message>
        <source>{amount!s} µV</source>
        <translation>{amount!s} µV</translation>
    </message>
    <message>
        <source>{amount:g} units is more than any field takes.</source>
        <translation>{amount:g} Einheiten sind mehr, als ein Feld annimmt.</translation>
    </message>
    <message>
        <source>{amount} in 0.1 mL</source>
        <translation>{amount} in 0,1 mL</translation>
    </message>
    <message>
        <source>{amount} in {ml:g} mL</source>
        <translation>{amount} in {ml:g} mL</translation>
    </message>
    <message>
        <source>{asked_hz:g} Hz, as asked; by the file it is {other_hz:.6g}.</source>
        <translation>{asked_hz:g} Hz, wie gewünscht; nach der Datei sind es {other_hz:.6g}.</translation>
    </message>
    <message>
        <source>{at!s}, {amount!s} given</source>
        <translation>{at!s}, {amount!s} gegeben</translation>
    </message>
    <message>
        <source>{at_s:.1f} s: {words}</source>
        <translation>{at_s:.1f} s: {words}</translation>
    </message>
    <message>
        <source>{bad} lines could not be read and are left out (first: {first}).</source>
        <translation>{bad} Zeilen waren nicht lesbar und werden weggelassen (erste: {first}).</translation>
    </message>
    <message>
        <source>{bad} lines could not be read and are left out.</source>
        <translation>{bad} Zeilen waren nicht lesbar und werden weggelassen.</translation>
    </message>
    <message>
        <source>{basis} ({text})</source>
        <translation>{basis} ({text})</translation>
    </message>
    <message>
        <source>{basis} ({usual})</source>
        <translation>{basis} ({usual})</translation>
    </message>
    <message>
        <source>{basis} {usual}</source>
        <translation>{basis} {usual}</translation>
    </message>
    <message>
        <source>{basis}: {units} units ({sources!s})</source>
        <translation>{basis}: {units} Einheiten ({sources!s})</translation>
    </message>
    <message>
        <source>{basis}: {units} units; {text} ({sources!s})</source>
        <translation>{basis}: {units} Einheiten; {text} ({sources!s})</translation>
    </message>
    <message>
        <source>{before} {said}</source>
        <translation>{before} {said}</translation>
    </message>
    <message>
        <source>{board!s}, channel {channel}, {rate:.0f} Hz ({origin})</source>
        <translation>{board!s}, Kanal {channel}, {rate:.0f} Hz ({origin})</translation>
    </message>
    <message>
        <source>{board} acknowledged {asked} but says {got}.</source>
        <translation>{board} bestätigt {asked}, sagt aber {got}.</translation>
    </message>
    <message>
        <source>{board} cannot do {fault!r}: {why}.</source>
        <translation>{board} kann {fault!r} nicht: {why}.</translation>
    </message>
    <message>
        <source>{board} cannot measure the contact of its electrodes: judge it by the signal.</source>
        <translation>{board} kann den Kontakt seiner Elektroden nicht messen: beurteilen Sie ihn am Signal.</translation>
    </message>
    <message>
        <source>{board} does not stream.</source>
        <translation>{board} sendet nicht.</translation>
    </message>
    <message>
        <source>{board} has no electrode {names}.</source>
        <translation>{board} hat keine Elektrode {names}.</translation>
    </message>
    <message>
        <source>{board} has no serial number: after a replug any of its kind passes for it.</source>
        <translation>{board} hat keine Seriennummer: nach dem Wiedereinstecken geht jedes seiner Art dafür durch.</translation>
    </message>
    <message>
        <source>{board} has room for {n} pairs. Tick those of this block; the others come after.</source>
        <translation>{board} hat Platz für {n} Paare. Haken Sie die dieses Blocks an; die anderen kommen danach.</translation>
    </message>
    <message>
        <source>{board} on {port}</source>
        <translation>{board} an {port}</translation>
    </message>
    <message>
        <source>{board} on {port} describes itself impossibly: {hello}.</source>
        <translation>{board} an {port} beschreibt sich unmöglich: {hello}.</translation>
    </message>
    <message>
        <source>{board} on {port} restarted in mid-stream.</source>
        <translation>{board} an {port} hat mitten im Datenstrom neu gestartet.</translation>
    </message>
    <message>
        <source>{board} on {port} speaks version {protocol_version} of the framed protocol, this program version {version}.</source>
        <translation>{board} an {port} spricht Version {protocol_version} des Framed-Protokolls, dieses Programm Version {version}.</translation>
    </message>
    <message>
        <source>{board} sent nothing for {silence_s:g} s.</source>
        <translation>{board} hat {silence_s:g} s lang nichts gesendet.</translation>
    </message>
    <message>
        <source>{board} was unplugged or switched off.</source>
        <translation>{board} wurde abgezogen oder ausgeschaltet.</translation>
    </message>
    <message>
        <source>{board}, {origin}, {rate:g} Hz, {band}; {quality!s}</source>
        <translation>{board}, {origin}, {rate:g} Hz, {band}; {quality!s}</translation>
    </message>
    <message>
        <source>{brand!s}, {where!s} ({id!s})</source>
        <translation>{brand!s}, {where!s} ({id!s})</translation>
    </message>
    <message>
        <source>{brand} ({where}) has no licence in {country} that this program knows of. Check the source of supply, and state why it is used (import permit, trial).</source>
        <translation>{brand} ({where}) hat in {country} keine Zulassung, die dieses Programm kennt. Prüfen Sie die Bezugsquelle und nennen Sie den Grund der Anwendung (Einfuhrgenehmigung, Studie).</translation>
    </message>
    <message>
        <source>{brand} ({where}) has no licence in {country} that this program knows of. Stated: {reason!s}</source>
        <translation>{brand} ({where}) hat in {country} keine Zulassung, die dieses Programm kennt. Angegeben: {reason!s}</translation>
    </message>
    <message>
        <source>{brand} comes in vials of {known} units, not {units} units.</source>
        <translation>{brand} gibt es in Flaschen zu {known} Einheiten, nicht {units} Einheiten.</translation>
    </message>
    <message>
        <source>{brand} is a powder: enter the mL of its diluent.</source>
        <translation>{brand} ist ein Pulver: Geben Sie die mL des Lösungsmittels ein.</translation>
    </message>
    <message>
        <source>{brand} is ready to use: adding diluent is an error. Enter 0 mL.</source>
        <translation>{brand} ist gebrauchsfertig: Lösungsmittel zuzugeben ist ein Fehler. Geben Sie 0 mL ein.</translation>
    </message>
    <message>
        <source>{brand}, unopened: {how}.</source>
        <translation>{brand}, ungeöffnet: {how}.</translation>
    </message>
    <message>
        <source>{brand}: label date not known.</source>
        <translation>{brand}: Stand der Fachinformation nicht bekannt.</translation>
    </message>
    <message>
        <source>{brand}: label text of {date!s}: check the current one.</source>
        <translation>{brand}: Fachinformation vom {date!s}: Prüfen Sie die aktuelle.</translation>
    </message>
    <message>
        <source>{brand}: one vial is for one person in one session.</source>
        <translation>{brand}: eine Durchstechflasche ist für eine Person in einer Sitzung.</translation>
    </message>
    <message>
        <source>{cause} {remedy}</source>
        <translation>{cause} {remedy}</translation>
    </message>
    <message>
        <source>{choice}: {why}</source>
        <translation>{choice}: {why}</translation>
    </message>
    <message>
        <source>{code!s}  {name!s}</source>
        <translation>{code!s}  {name!s}</translation>
    </message>
    <message>
        <source>{condition} ({place})</source>
        <translation>{condition} ({place})</translation>
    </message>
    <message>
        <source>{condition}: what it means depends on the product.</source>
        <translation>{condition}: was das bedeutet, hängt vom Präparat ab.</translation>
    </message>
    <message>
        <source>{condition}: where? Left open, every region counts.</source>
        <translation>{condition}: wo? Offen gelassen gilt jede Region.</translation>
    </message>
    <message>
        <source>{condition}: which? Left open, the heaviest counts.</source>
        <translation>{condition}: welche? Offen gelassen gilt die schwerste.</translation>
    </message>
    <message>
        <source>{condition}: {field}?</source>
        <translation>{condition}: {field}?</translation>
    </message>
    <message>
        <source>{count} points ({names})</source>
        <translation>{count} Punkte ({names})</translation>
    </message>
    <message>
        <source>{cue} lasted {seconds:.1f} s.</source>
        <translation>{cue} dauerte {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>{date!s}: {given!s}, {n} measurement(s)</source>
        <translation>{date!s}: {given!s}, {n} Messung(en)</translation>
    </message>
    <message>
        <source>{device} is not open.</source>
        <translation>{device} ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>{document}: {field}: {problem} (given: {given}).</source>
        <translation>{document}: {field}: {problem} (angegeben: {given}).</translation>
    </message>
    <message>
        <source>{document}: {field}: {problem}.</source>
        <translation>{document}: {field}: {problem}.</translation>
    </message>
    <message>
        <source>{earned:+.0f} of {of:.0f}</source>
        <translation>{earned:+.0f} von {of:.0f}</translation>
    </message>
    <message>
        <source>{electrode}: {impedance}</source>
        <translation>{electrode}: {impedance}</translation>
    </message>
    <message>
        <source>{error} Go on with it, or plug the first one in again.</source>
        <translation>{error} Machen Sie damit weiter, oder stecken Sie das erste wieder ein.</translation>
    </message>
    <message>
        <source>{error} {why}</source>
        <translation>{error} {why}</translation>
    </message>
    <message>
        <source>{fault!s} from {at_s:.1f} s on</source>
        <translation>{fault!s} ab {at_s:.1f} s</translation>
    </message>
    <message>
        <source>{field}: not recorded.</source>
        <translation>{field}: nicht festgehalten.</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}: {problem}</translation>
    </message>
    <message>
        <source>{field}: {value!s}.</source>
        <translation>{field}: {value!s}.</translation>
    </message>
    <message>
        <source>{file!s} exists already and is never overwritten.</source>
        <translation>{file!s} gibt es schon und wird nie überschrieben.</translation>
    </message>
    <message>
        <source>{file!s} holds no JSON object.</source>
        <translation>{file!s} enthält kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>{file!s} holds no locked measurement.</source>
        <translation>{file!s} enthält keine festgestellte Messung.</translation>
    </message>
    <message>
        <source>{file!s} holds no measurement of tasks.</source>
        <translation>{file!s} enthält keine Messung von Aufgaben.</translation>
    </message>
    <message>
        <source>{file!s} is a database, but not an Evenhand session.</source>
        <translation>{file!s} ist eine Datenbank, aber keine Evenhand-Sitzung.</translation>
    </message>
    <message>
        <source>{file!s} is damaged: {error!s}.</source>
        <translation>{file!s} ist beschädigt: {error!s}.</translation>
    </message>
    <message>
        <source>{file!s} is damaged: {part} ({why}).</source>
        <translation>{file!s} ist beschädigt: {part} ({why}).</translation>
    </message>
    <message>
        <source>{file!s} is nested too deep to be read.</source>
        <translation>{file!s} ist zu tief geschachtelt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>{file!s} is no longer there: it was removed or renamed, or its medium was taken out.</source>
        <translation>{file!s} ist nicht mehr da: gelöscht, umbenannt, oder ihr Datenträger wurde entfernt.</translation>
    </message>
    <message>
        <source>{file!s} is not a calibration: {error!s}.</source>
        <translation>{file!s} ist keine Kalibrierung: {error!s}.</translation>
    </message>
    <message>
        <source>{file!s} is not a text file (UTF-8).</source>
        <translation>{file!s} ist keine Textdatei (UTF-8).</translation>
    </message>
    <message>
        <source>{file!s} is not a text file in UTF-8.</source>
        <translation>{file!s} ist keine Textdatei in UTF-8.</translation>
    </message>
    <message>
        <source>{file!s} is not an Evenhand session.</source>
        <translation>{file!s} ist keine Evenhand-Sitzung.</translation>
    </message>
    <message>
        <source>{file!s} is not used: {why!s}</source>
        <translation>{file!s} wird nicht benutzt: {why!s}</translation>
    </message>
    <message>
        <source>{file!s} is not valid JSON: {error}.</source>
        <translation>{file!s} ist kein gültiges JSON: {error}.</translation>
    </message>
    <message>
        <source>{file!s} is not valid TOML: {error!s}.</source>
        <translation>{file!s} ist kein gültiges TOML: {error!s}.</translation>
    </message>
    <message>
        <source>{file!s} is too large: no such file has 1 MB.</source>
        <translation>{file!s} ist zu groß: keine solche Datei hat 1 MB.</translation>
    </message>
    <message>
        <source>{file!s} refused a record: {error!s}.</source>
        <translation>{file!s} hat einen Eintrag abgelehnt: {error!s}.</translation>
    </message>
    <message>
        <source>{file!s} was made by a newer Evenhand (format {version}, this one reads {known}).</source>
        <translation>{file!s} wurde mit einem neueren Evenhand gemacht (Format {version}, dieses liest {known}).</translation>
    </message>
    <message>
        <source>{file!s}, line {line}: {part!s}: {error}</source>
        <translation>{file!s}, Zeile {line}: {part!s}: {error}</translation>
    </message>
    <message>
        <source>{file!s}, line {number}: no attempt ({error}).</source>
        <translation>{file!s}, Zeile {number}: kein Versuch ({error}).</translation>
    </message>
    <message>
        <source>{file!s}, line {value}: {where}: {message}.</source>
        <translation>{file!s}, Zeile {value}: {where}: {message}.</translation>
    </message>
    <message>
        <source>{file!s}: altered or cut out: {what}.</source>
        <translation>{file!s}: verändert oder herausgeschnitten: {what}.</translation>
    </message>
    <message>
        <source>{file!s}: there is no item {item!r}.</source>
        <translation>{file!s}: Es gibt keine Angabe {item!r}.</translation>
    </message>
    <message>
        <source>{file!s}: there is no muscle {name!r}.</source>
        <translation>{file!s}: es gibt keinen Muskel {name!r}.</translation>
    </message>
    <message>
        <source>{file!s}: {key} holds what is no character.</source>
        <translation>{file!s}: {key} enthält, was kein Zeichen ist.</translation>
    </message>
    <message>
        <source>{file!s}: {place!r} holds the unseen sign U+{number:04X}.</source>
        <translation>{file!s}: {place!r} enthält das unsichtbare Zeichen U+{number:04X}.</translation>
    </message>
    <message>
        <source>{file!s}: {problems!s}.</source>
        <translation>{file!s}: {problems!s}.</translation>
    </message>
    <message>
        <source>{file!s}: {what}</source>
        <translation>{file!s}: {what}</translation>
    </message>
    <message>
        <source>{file!s}: {where}: {problem}.</source>
        <translation>{file!s}: {where}: {problem}.</translation>
    </message>
    <message>
        <source>{file} holds no samples.</source>
        <translation>{file} enthält keine Messwerte.</translation>
    </message>
    <message>
        <source>{file} holds no samples: it was a visit without a board.</source>
        <translation>{file} enthält keine Messwerte: es war ein Besuch ohne Board.</translation>
    </message>
    <message>
        <source>{file} is open in another window.</source>
        <translation>{file} ist in einem anderen Fenster offen.</translation>
    </message>
    <message>
        <source>{first} (and {n} more)</source>
        <translation>{first} (und {n} weitere)</translation>
    </message>
    <message>
        <source>{folder!s} cannot be written to: {problem}.</source>
        <translation>In {folder!s} kann nicht geschrieben werden: {problem}.</translation>
    </message>
    <message>
        <source>{folder!s} is not a whole path. Begin it at the root.</source>
        <translation>{folder!s} ist kein vollständiger Pfad. Er muss an der Wurzel beginnen.</translation>
    </message>
    <message>
        <source>{form}, {sizes} units</source>
        <translation>{form}, {sizes} Einheiten</translation>
    </message>
    <message>
        <source>{fs_hz:g} samples/s cannot carry a band of {label}: half the rate is {half_hz:g} Hz.</source>
        <translation>{fs_hz:g} Abtastwerte/s tragen kein Band von {label}: Die halbe Rate ist {half_hz:g} Hz.</translation>
    </message>
    <message>
        <source>{fs_hz:g} samples/s cannot show hum of {mains_hz:g} Hz.</source>
        <translation>{fs_hz:g} Abtastwerte/s können kein Brummen von {mains_hz:g} Hz zeigen.</translation>
    </message>
    <message>
        <source>{fs_hz:g} samples/s carry no EMG band: its high corner would be {high:g} Hz.</source>
        <translation>{fs_hz:g} Abtastwerte/s tragen kein EMG-Band: Seine obere Grenze läge bei {high:g} Hz.</translation>
    </message>
    <message>
        <source>{f} Hz</source>
        <translation>{f} Hz</translation>
    </message>
    <message>
        <source>{index!s} ({low!s} to {high!s})</source>
        <translation>{index!s} ({low!s} bis {high!s})</translation>
    </message>
    <message>
        <source>{index!s} ({low!s} to {high!s}), {n} holds</source>
        <translation>{index!s} ({low!s} bis {high!s}), {n}-mal</translation>
    </message>
    <message>
        <source>{key!s} does something in this program already. Another key for: {name}</source>
        <translation>{key!s} hat in diesem Programm schon eine Wirkung. Bitte eine andere Taste für: {name}</translation>
    </message>
    <message>
        <source>{key!s} stands twice: {first}; {second}. Change one.</source>
        <translation>{key!s} steht zweimal da: {first}; {second}. Bitte eine ändern.</translation>
    </message>
    <message>
        <source>{kind!s}: {n} channels ({names!s}) at {fs:g} Hz, {seconds:.1f} s, {events} events</source>
        <translation>{kind!s}: {n} Kanäle ({names!s}) mit {fs:g} Hz, {seconds:.1f} s, {events} Ereignisse</translation>
    </message>
    <message>
        <source>{kind}, level {level} of 3, about {seconds:.0f} s</source>
        <translation>{kind}, Stufe {level} von 3, ca. {seconds:.0f} s</translation>
    </message>
    <message>
        <source>{kohm:.1f}</source>
        <translation>{kohm:.1f}</translation>
    </message>
    <message>
        <source>{kohm:.1f} kOhm are more than {factor:g} times the {side} side&apos;s {other:.1f}.</source>
        <translation>{kohm:.1f} kOhm sind mehr als das {factor:g}-Fache der anderen Seite ({side}: {other:.1f}).</translation>
    </message>
    <message>
        <source>{kohm:.3g} kOhm</source>
        <translation>{kohm:.3g} kOhm</translation>
    </message>
    <message>
        <source>{kohm:.3g} kOhm ± {percent:.0f} %</source>
        <translation>{kohm:.3g} kOhm ± {percent:.0f} %</translation>
    </message>
    <message>
        <source>{label!s}   last visit {day!s}</source>
        <translation>{label!s}   letzter Besuch {day!s}</translation>
    </message>
    <message>
        <source>{largest_uv:.3g} µV RMS is more than any muscle of the face gives.</source>
        <translation>{largest_uv:.3g} µV RMS sind mehr, als irgendein Muskel des Gesichts hergibt.</translation>
    </message>
    <message>
        <source>{left_uv:.0f} µV of {frequency_hz:.1f} Hz hum are in the signal: it is not taken out.</source>
        <translation>{left_uv:.0f} µV Brummen von {frequency_hz:.1f} Hz sind im Signal: Es wird nicht entfernt.</translation>
    </message>
    <message>
        <source>{left_uv:.0f} µV of {frequency_hz:.1f} Hz hum are left after what is taken out.</source>
        <translation>{left_uv:.0f} µV Brummen von {frequency_hz:.1f} Hz bleiben nach dem Entfernen übrig.</translation>
    </message>
    <message>
        <source>{limit:.0f} µV at rest</source>
        <translation>{limit:.0f} µV in Ruhe</translation>
    </message>
    <message>
        <source>{limit} (95 % of healthy people, {muscle}) + {band} (band) = {total} %</source>
        <translation>{limit} (95 % der Gesunden, {muscle}) + {band} (Band) = {total} %</translation>
    </message>
    <message>
        <source>{limit} (95 % of healthy people, {muscle}) + {widening} (widened) + {band} (band) = {total} %</source>
        <translation>{limit} (95 % der Gesunden, {muscle}) + {widening} (erweitert) + {band} (Band) = {total} %</translation>
    </message>
    <message>
        <source>{lost} samples are missing in {n} gaps (first of {first} at {at_s:.2f} s).</source>
        <translation>{lost} Werte fehlen in {n} Lücken (die erste von {first} bei {at_s:.2f} s).</translation>
    </message>
    <message>
        <source>{lost} {trouble}</source>
        <translation>{lost} {trouble}</translation>
    </message>
    <message>
        <source>{lost} {waiting}</source>
        <translation>{lost} {waiting}</translation>
    </message>
    <message>
        <source>{low:.0f} to {high:.0f} Hz, the board&apos;s own low-pass included</source>
        <translation>{low:.0f} bis {high:.0f} Hz, der Tiefpass des Boards eingerechnet</translation>
    </message>
    <message>
        <source>{low_hz:g}-{high_hz:g} Hz</source>
        <translation>{low_hz:g}–{high_hz:g} Hz</translation>
    </message>
    <message>
        <source>{low} to under {high} years</source>
        <translation>{low} bis unter {high} Jahre</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{low} to {high} units</source>
        <translation>{low} bis {high} Einheiten</translation>
    </message>
    <message>
        <source>{low} years and over</source>
        <translation>ab {low} Jahren</translation>
    </message>
    <message>
        <source>{measured_hz:.1f} Hz measured over {seconds:g} s.</source>
        <translation>{measured_hz:.1f} Hz über {seconds:g} s gemessen.</translation>
    </message>
    <message>
        <source>{measured_hz:.1f} Hz measured, taken for {fs_hz} Hz.</source>
        <translation>{measured_hz:.1f} Hz gemessen, als {fs_hz} Hz angenommen.</translation>
    </message>
    <message>
        <source>{minutes} min {rest:02d} s</source>
        <translation>{minutes} min {rest:02d} s</translation>
    </message>
    <message>
        <source>{ml:g} mL syringe, a line every {line:g} mL, tolerance not known</source>
        <translation>{ml:g}-mL-Spritze, ein Strich je {line:g} mL, Toleranz nicht bekannt</translation>
    </message>
    <message>
        <source>{ml:g} mL syringe, a line every {line:g} mL, ± {percent:g} %</source>
        <translation>{ml:g}-mL-Spritze, ein Strich je {line:g} mL, ± {percent:g} %</translation>
    </message>
    <message>
        <source>{ml:g} mL, line {line:g} mL</source>
        <translation>{ml:g} mL, Strich {line:g} mL</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} Monate</translation>
    </message>
    <message>
        <source>{ms:.0f} ms</source>
        <translation>{ms:.0f} ms</translation>
    </message>
    <message>
        <source>{muscle!s} in percent of its own baseline</source>
        <translation>{muscle!s} in Prozent der eigenen Ausgangslage</translation>
    </message>
    <message>
        <source>{muscle!s}: day {day}</source>
        <translation>{muscle!s}: Tag {day}</translation>
    </message>
    <message>
        <source>{muscle} left, % of baseline</source>
        <translation>{muscle} links, % der Ausgangslage</translation>
    </message>
    <message>
        <source>{muscle} right, % of baseline</source>
        <translation>{muscle} rechts, % der Ausgangslage</translation>
    </message>
    <message>
        <source>{muscle} {side}</source>
        <translation>{muscle} {side}</translation>
    </message>
    <message>
        <source>{muscle} {side} {percent} %</source>
        <translation>{muscle} {side} {percent} %</translation>
    </message>
    <message>
        <source>{muscle} {side} {percent} % (may be its neighbour&apos;s)</source>
        <translation>{muscle} {side} {percent} % (kann vom Nachbarn kommen)</translation>
    </message>
    <message>
        <source>{muscle} {side}, from %</source>
        <translation>{muscle} {side}, von %</translation>
    </message>
    <message>
        <source>{muscle} {side}, not treated, fell to {percent} % of its own baseline ({low} to {high} %): look at the smile; ask the six questions.</source>
        <translation>{muscle} {side}, nicht behandelt, fiel auf {percent} % des eigenen Ausgangswerts ({low} bis {high} %): Lächeln ansehen; die sechs Fragen stellen.</translation>
    </message>
    <message>
        <source>{muscle} {side}, to %</source>
        <translation>{muscle} {side}, bis %</translation>
    </message>
    <message>
        <source>{muscle} {side}: not above rest, at most {percent} % of its own baseline ({holds} holds): {answer}</source>
        <translation>{muscle} {side}: nicht über Ruhe, höchstens {percent} % des eigenen Ausgangswerts ({holds} Haltungen): {answer}</translation>
    </message>
    <message>
        <source>{muscle} {side}: {percent} %</source>
        <translation>{muscle} {side}: {percent} %</translation>
    </message>
    <message>
        <source>{muscle} {side}: {percent} % of its own baseline ({low} to {high} %, {holds} holds): {answer}</source>
        <translation>{muscle} {side}: {percent} % des eigenen Ausgangswerts ({low} bis {high} %, {holds} Kontraktionen): {answer}</translation>
    </message>
    <message>
        <source>{muscle}, side that lags</source>
        <translation>{muscle}, Seite, die zurückbleibt</translation>
    </message>
    <message>
        <source>{muscle}: asymmetry index {percent:+.0f} %</source>
        <translation>{muscle}: Asymmetrieindex {percent:+.0f} %</translation>
    </message>
    <message>
        <source>{muscle}: cannot tell. {why}</source>
        <translation>{muscle}: nicht zu sagen. {why}</translation>
    </message>
    <message>
        <source>{muscle}: no effect is seen on either side on day {day}. Check vial, lot {lot!s}, dilution, storage, depth and site; think of antibodies. Do not add units now. A one-sided frontalis test can be read here, as data only.</source>
        <translation>{muscle}: am Tag {day} ist auf keiner Seite eine Wirkung zu sehen. Durchstechflasche, Charge {lot!s}, Verdünnung, Lagerung, Tiefe und Stelle prüfen; an Antikörper denken. Jetzt keine Einheiten hinzufügen. Ein einseitiger Frontalistest ist hier lesbar, nur als Daten.</translation>
    </message>
    <message>
        <source>{muscle}: no touch-up. {why}</source>
        <translation>{muscle}: keine Nachinjektion. {why}</translation>
    </message>
    <message>
        <source>{muscle}: the {side} side lags the {other} beyond what holds and re-placing the electrodes explain.</source>
        <translation>{muscle}: Seite {side} bleibt hinter {other} zurück, mehr als Kontraktionen und neues Kleben der Elektroden erklären.</translation>
    </message>
    <message>
        <source>{muscle}: {place}. Left {left}, right {right}.</source>
        <translation>{muscle}: {place}. Links {left}, rechts {right}.</translation>
    </message>
    <message>
        <source>{muscle}: {sides} (repeatability {interval} %, {count} repetitions, {low} to {high} Hz); 95 % of healthy people lie within ±{limit} %.</source>
        <translation>{muscle}: {sides} (Wiederholbereich {interval} %, {count} Wiederholungen, {low} bis {high} Hz); 95 % der Gesunden liegen innerhalb von ±{limit} %.</translation>
    </message>
    <message>
        <source>{muscle}: {sides} (repeatability {interval} %, {count} repetitions, {low} to {high} Hz); no healthy range is published.</source>
        <translation>{muscle}: {sides} (Wiederholbereich {interval} %, {count} Wiederholungen, {low} bis {high} Hz); ein gesunder Bereich ist nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>{muscle}: {sides}, above most healthy faces (±{limit} %): examine; weakness of the other side until shown otherwise.</source>
        <translation>{muscle}: {sides}, mehr als bei den meisten Gesunden (±{limit} %): untersuchen; Schwäche der anderen Seite, bis das Gegenteil gezeigt ist.</translation>
    </message>
    <message>
        <source>{muscle}: {sides}.</source>
        <translation>{muscle}: {sides}.</translation>
    </message>
    <message>
        <source>{muscle}: {sides}; the limit is {limit} %.</source>
        <translation>{muscle}: {sides}; die Grenze ist {limit} %.</translation>
    </message>
    <message>
        <source>{n_channels} channels at {fs_hz:g} Hz need {wire} bytes x {bits_per_byte} bits x {frames_hz:g} frames per second = {needed} bit/s, but the line carries {carried}.</source>
        <translation>{n_channels} Kanäle mit {fs_hz:g} Hz brauchen {wire} Byte x {bits_per_byte} bit x {frames_hz:g} Rahmen je Sekunde = {needed} bit/s, aber die Leitung trägt {carried}.</translation>
    </message>
    <message>
        <source>{name!r} happens at once ({text!r}).</source>
        <translation>{name!r} geschieht auf einmal ({text!r}).</translation>
    </message>
    <message>
        <source>{name!r} is between two channels, not {text!r}.</source>
        <translation>{name!r} ist zwischen zwei Kanälen, nicht {text!r}.</translation>
    </message>
    <message>
        <source>{name!r} is followed by {wanted}, not {text!r}.</source>
        <translation>Auf {name!r} folgt {wanted}, nicht {text!r}.</translation>
    </message>
    <message>
        <source>{name!s} is no name of a plan file.</source>
        <translation>{name!s} ist kein Name einer Plandatei.</translation>
    </message>
    <message>
        <source>{name!s} is no origin.</source>
        <translation>{name!s} ist keine Herkunft.</translation>
    </message>
    <message>
        <source>{name!s} is no product of the tables.</source>
        <translation>{name!s} ist kein Produkt der Tabellen.</translation>
    </message>
    <message>
        <source>{name!s}, {side}</source>
        <translation>{name!s}, {side}</translation>
    </message>
    <message>
        <source>{name} begins as an OpenBCI GUI recording but its header is incomplete.</source>
        <translation>{name} beginnt wie eine Aufzeichnung der OpenBCI GUI, aber der Kopf ist unvollständig.</translation>
    </message>
    <message>
        <source>{name} declares {n_channels} channels at {fs_hz:g} Hz, {n_samples} samples.</source>
        <translation>{name} gibt {n_channels} Kanäle mit {fs_hz:g} Hz an, {n_samples} Messwerte.</translation>
    </message>
    <message>
        <source>{name} does not tell its sampling rate.</source>
        <translation>{name} nennt seine Abtastrate nicht.</translation>
    </message>
    <message>
        <source>{name} ends before its first record.</source>
        <translation>{name} endet vor dem ersten Block.</translation>
    </message>
    <message>
        <source>{name} ends within its header of {n_channels} channels.</source>
        <translation>{name} endet im Kopf von {n_channels} Kanälen.</translation>
    </message>
    <message>
        <source>{name} has {names} names and {width} fields a row: a comma seems to stand before the decimals as well as between the columns.</source>
        <translation>{name} hat {names} Namen und {width} Felder je Zeile: ein Komma scheint vor den Dezimalen wie zwischen den Spalten zu stehen.</translation>
    </message>
    <message>
        <source>{name} holds no channel.</source>
        <translation>{name} enthält keinen Kanal.</translation>
    </message>
    <message>
        <source>{name} holds no sampled signal.</source>
        <translation>{name} enthält kein abgetastetes Signal.</translation>
    </message>
    <message>
        <source>{name} holds no samples.</source>
        <translation>{name} enthält keine Messwerte.</translation>
    </message>
    <message>
        <source>{name} holds no signal in volts.</source>
        <translation>{name} enthält kein Signal in Volt.</translation>
    </message>
    <message>
        <source>{name} holds no signal {key!r}.</source>
        <translation>{name} enthält kein Signal {key!r}.</translation>
    </message>
    <message>
        <source>{name} holds no signals {stream!r}.</source>
        <translation>{name} enthält keine Signale {stream!r}.</translation>
    </message>
    <message>
        <source>{name} holds no stream {stream!r}.</source>
        <translation>{name} enthält keinen Datenstrom {stream!r}.</translation>
    </message>
    <message>
        <source>{name} holds {n} streams that may be meant: {streams}.</source>
        <translation>{name} enthält {n} Datenströme, die gemeint sein können: {streams}.</translation>
    </message>
    <message>
        <source>{name} is a damaged XDF file: {error}.</source>
        <translation>{name} ist eine beschädigte XDF-Datei: {error}.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is larger than 4 GiB.</source>
        <translation>{name} ist größer als 4 GiB.</translation>
    </message>
    <message>
        <source>{name} is not a recording that can be read.</source>
        <translation>{name} ist keine lesbare Aufzeichnung.</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} gibt es schon.</translation>
    </message>
    <message>
        <source>{name} is {duration_s:.1f} s long and cannot begin at {start_s:g} s.</source>
        <translation>{name} ist {duration_s:.1f} s lang und kann nicht bei {start_s:g} s beginnen.</translation>
    </message>
    <message>
        <source>{name} is {kind}, which is not read.</source>
        <translation>{name} ist {kind}, was nicht gelesen wird.</translation>
    </message>
    <message>
        <source>{name} was not read back as it was written.</source>
        <translation>{name} wurde nicht so zurückgelesen, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>{name}: needle electrodes are refused; no board read here is safe with one.</source>
        <translation>{name}: Nadelelektroden werden abgelehnt; kein hier gelesenes Board ist damit sicher.</translation>
    </message>
    <message>
        <source>{name}: {bad} of {n_rows} lines hold no numbers (first: line {first}).</source>
        <translation>{name}: {bad} von {n_rows} Zeilen enthalten keine Zahlen (erste: Zeile {first}).</translation>
    </message>
    <message>
        <source>{name}: {count} points; practice has {usual}.</source>
        <translation>{name}: {count} Punkte; die Praxis hat {usual}.</translation>
    </message>
    <message>
        <source>{name}: {units} units is above its bound of {limit} units.</source>
        <translation>{name}: {units} Einheiten liegen über der Grenze von {limit} Einheiten.</translation>
    </message>
    <message>
        <source>{name}: {units} units is above the absolute limit of {limit} units.</source>
        <translation>{name}: {units} Einheiten liegen über der absoluten Grenze von {limit} Einheiten.</translation>
    </message>
    <message>
        <source>{name}: {units} units is above the label&apos;s {label} units; {said}.</source>
        <translation>{name}: {units} Einheiten ist über den {label} Einheiten der Fachinformation; {said}.</translation>
    </message>
    <message>
        <source>{name}: {units} units is less than a fifth of the smallest published dose ({low} units).</source>
        <translation>{name}: {units} Einheiten ist weniger als ein Fünftel der kleinsten veröffentlichten Dosis ({low} Einheiten).</translation>
    </message>
    <message>
        <source>{name}: {units} units is not the label&apos;s {label} units; {said}.</source>
        <translation>{name}: {units} Einheiten sind nicht die {label} Einheiten der Fachinformation; {said}.</translation>
    </message>
    <message>
        <source>{name}: {units} units: below every published dose ({known}).</source>
        <translation>{name}: {units} Einheiten: unter jeder veröffentlichten Dosis ({known}).</translation>
    </message>
    <message>
        <source>{name}: {units} units: between the published doses ({known}).</source>
        <translation>{name}: {units} Einheiten: zwischen den veröffentlichten Dosen ({known}).</translation>
    </message>
    <message>
        <source>{name}: {units} units: beyond studied ({known}).</source>
        <translation>{name}: {units} Einheiten: jenseits des Untersuchten ({known}).</translation>
    </message>
    <message>
        <source>{name}: {units} units: {said}.</source>
        <translation>{name}: {units} Einheiten: {said}.</translation>
    </message>
    <message>
        <source>{n} attempts saved in {path!s}</source>
        <translation>{n} Versuche in {path!s} gespeichert</translation>
    </message>
    <message>
        <source>{n} connections are played one after the other, with a gap for each loss.</source>
        <translation>{n} Verbindungen werden nacheinander gespielt, mit einer Lücke für jeden Verlust.</translation>
    </message>
    <message>
        <source>{n} damaged parts of the file are left out.</source>
        <translation>{n} beschädigte Teile der Datei sind weggelassen.</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>vor {n} Tagen</translation>
    </message>
    <message>
        <source>{n} file(s) cannot be read: {first}</source>
        <translation>{n} Datei(en) nicht lesbar: {first}</translation>
    </message>
    <message>
        <source>{n} files in {folder!s}, read back; nobody is named in them</source>
        <translation>{n} Dateien in {folder!s}, zurückgelesen; niemand ist darin genannt</translation>
    </message>
    <message>
        <source>{n} holds; at least {least} are needed.</source>
        <translation>{n} Haltungen; mindestens {least} sind nötig.</translation>
    </message>
    <message>
        <source>{n} holds; at least {least} at either visit.</source>
        <translation>{n} Kontraktionen; mindestens {least} bei jedem der beiden Besuche.</translation>
    </message>
    <message>
        <source>{n} of {all}  {title}</source>
        <translation>{n} von {all}  {title}</translation>
    </message>
    <message>
        <source>{n} of {all} sites proven</source>
        <translation>{n} von {all} Messstellen bewiesen</translation>
    </message>
    <message>
        <source>{n} of {total} points to give, {amount!s}</source>
        <translation>noch {n} von {total} Punkten, {amount!s}</translation>
    </message>
    <message>
        <source>{n} of {total}. Arrow keys or a click: another number.</source>
        <translation>{n} von {total}. Pfeiltasten oder ein Klick: eine andere Zahl.</translation>
    </message>
    <message>
        <source>{n} rows stand in it twice and are taken once.</source>
        <translation>{n} Zeilen stehen doppelt darin und sind einmal genommen.</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} samples lost</source>
        <translation>{n} Messwerte verloren</translation>
    </message>
    <message>
        <source>{n} signals are left out: {signals}. Others can be chosen by channels or stream.</source>
        <translation>{n} Signale sind weggelassen: {signals}. Andere lassen sich über Kanäle oder Datenstrom wählen.</translation>
    </message>
    <message>
        <source>{n} sites were not good throughout.</source>
        <translation>{n} Messstellen waren nicht durchgehend gut.</translation>
    </message>
    <message>
        <source>{n} syringes of {volume}: one does not hold {ml}</source>
        <translation>{n} Spritzen zu {volume}: eine fasst {ml} nicht</translation>
    </message>
    <message>
        <source>{n} values are no voltage of an electrode, and are left out.</source>
        <translation>{n} Werte sind keine Spannung einer Elektrode und weggelassen.</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} Jahre</translation>
    </message>
    <message>
        <source>{n}: {amount!s}</source>
        <translation>{n}: {amount!s}</translation>
    </message>
    <message>
        <source>{one} {more}</source>
        <translation>{one} {more}</translation>
    </message>
    <message>
        <source>{one}, {more}</source>
        <translation>{one}, {more}</translation>
    </message>
    <message>
        <source>{own} {label}</source>
        <translation>{own} {label}</translation>
    </message>
    <message>
        <source>{pair}, asymmetry index</source>
        <translation>{pair}, Asymmetrieindex</translation>
    </message>
    <message>
        <source>{pair}: a difference of less than {percent:.0f} points cannot be read.</source>
        <translation>{pair}: ein Unterschied von weniger als {percent:.0f} Punkten ist nicht ablesbar.</translation>
    </message>
    <message>
        <source>{pair}: both sides alike.</source>
        <translation>{pair}: beide Seiten gleich.</translation>
    </message>
    <message>
        <source>{pair}: left {left} units, right {right} units: what is the reason? A gap of {gap} units (one label point is {point} units), and none is stated.</source>
        <translation>{pair}: links {left} Einheiten, rechts {right} Einheiten: Was ist der Grund? Ein Unterschied von {gap} Einheiten (ein Punkt der Fachinformation sind {point} Einheiten), und keiner ist angegeben.</translation>
    </message>
    <message>
        <source>{pair}: never an EMG shift. {why}</source>
        <translation>{pair}: niemals eine EMG-Verschiebung. {why}</translation>
    </message>
    <message>
        <source>{pair}: never more than {limit} units added to a side here.</source>
        <translation>{pair}: hier nie mehr als {limit} Einheiten zusätzlich auf einer Seite.</translation>
    </message>
    <message>
        <source>{pair}: no healthy range of this muscle is published, so no asymmetry of it can be called unusual.</source>
        <translation>{pair}: für diesen Muskel ist kein gesunder Bereich veröffentlicht, also kann keine Asymmetrie ungewöhnlich heißen.</translation>
    </message>
    <message>
        <source>{pair}: no point may take one graduation more.</source>
        <translation>{pair}: Kein Punkt darf einen Teilstrich mehr bekommen.</translation>
    </message>
    <message>
        <source>{pair}: not possible here: one graduation is {step} units, and {percent} % of the smaller side&apos;s {smaller} units is {most} units.</source>
        <translation>{pair}: hier nicht möglich: ein Teilstrich ist {step} Einheiten, und {percent} % der {smaller} Einheiten der kleineren Seite sind {most} Einheiten.</translation>
    </message>
    <message>
        <source>{pair}: one side has no point, and none is added.</source>
        <translation>{pair}: eine Seite hat keinen Punkt, und keiner wird hinzugefügt.</translation>
    </message>
    <message>
        <source>{pair}: the plan already gives the more active side {units} units more.</source>
        <translation>{pair}: der Plan gibt der aktiveren Seite schon {units} Einheiten mehr.</translation>
    </message>
    <message>
        <source>{pair}: the plan says why: &quot;{reason}&quot;.</source>
        <translation>{pair}: der Plan sagt, warum: „{reason}“.</translation>
    </message>
    <message>
        <source>{pair}: the repeatability interval reaches {far} %; above {limit} % is examined, not dosed.</source>
        <translation>{pair}: der Wiederholbereich reicht bis {far} %; über {limit} % wird untersucht, nicht dosiert.</translation>
    </message>
    <message>
        <source>{pair}: the tap test has not been passed.</source>
        <translation>{pair}: der Tipptest ist nicht bestanden.</translation>
    </message>
    <message>
        <source>{pair}: what may be added here is not known for this product.</source>
        <translation>{pair}: was hier zusätzlich gegeben werden darf, ist für dieses Produkt nicht bekannt.</translation>
    </message>
    <message>
        <source>{pair}: {count} placement of the electrodes, at least {least} are needed (taken off and re-seated between).</source>
        <translation>{pair}: {count} Platzierung der Elektroden, mindestens {least} sind nötig (dazwischen abgenommen und neu gesetzt).</translation>
    </message>
    <message>
        <source>{pair}: {count} points on {side}, {other_count} on {other_side}.</source>
        <translation>{pair}: {count} Punkte auf Seite {side}, {other_count} auf Seite {other_side}.</translation>
    </message>
    <message>
        <source>{pair}: {count} repetitions are for display; at least {least} are needed.</source>
        <translation>{pair}: {count} Wiederholungen dienen der Anzeige; mindestens {least} sind nötig.</translation>
    </message>
    <message>
        <source>{pair}: {index} (from {low} to {high}, {n} repetitions)</source>
        <translation>{pair}: {index} (von {low} bis {high}, {n} Wiederholungen)</translation>
    </message>
    <message>
        <source>{pair}: {rate} samples/s up to {high} Hz is too narrow a band.</source>
        <translation>{pair}: {rate} Messwerte/s bis {high} Hz sind ein zu schmales Band.</translation>
    </message>
    <message>
        <source>{pair}: {sides} in the smaller of {count} placements; {step} units go from {giver} to {taker}, within the pair&apos;s total. No study shows that this helps.</source>
        <translation>{pair}: {sides} in der kleineren von {count} Platzierungen; {step} Einheiten gehen von {giver} nach {taker}, innerhalb der Summe des Paares. Keine Studie zeigt, dass das hilft.</translation>
    </message>
    <message>
        <source>{pair}: {sides}, above most healthy faces (±{limit} %): judge the gap yourself.</source>
        <translation>{pair}: {sides}, mehr als bei den meisten Gesunden (±{limit} %): Beurteilen Sie den Unterschied selbst.</translation>
    </message>
    <message>
        <source>{pair}: {sides}, repeatability {interval} %; all of it must lie beyond {band}.</source>
        <translation>{pair}: {sides}, Wiederholbereich {interval} %; er muss ganz jenseits von {band} liegen.</translation>
    </message>
    <message>
        <source>{pair}: {sides}.</source>
        <translation>{pair}: {sides}.</translation>
    </message>
    <message>
        <source>{pair}: {side} may hold {limit} units at most.</source>
        <translation>{pair}: {side} darf höchstens {limit} Einheiten haben.</translation>
    </message>
    <message>
        <source>{pair}: {side} {before} units against {other_side} {other_before} units without a stated reason becomes {after} and {other_after} units, the same total. {measured}</source>
        <translation>{pair}: {side} {before} Einheiten gegen {other_side} {other_before} Einheiten ohne genannten Grund wird zu {after} und {other_after} Einheiten, bei derselben Summe. {measured}</translation>
    </message>
    <message>
        <source>{pair}: {side} {before} units against {other_side} {other_before} units without a stated reason becomes {after} and {other_after} units, {lost} units less in all: in whole graduations of this syringe. {measured}</source>
        <translation>{pair}: {side} {before} Einheiten gegen {other_side} {other_before} Einheiten ohne angegebenen Grund wird zu {after} und {other_after} Einheiten, insgesamt {lost} Einheiten weniger: in ganzen Teilstrichen dieser Spritze. {measured}</translation>
    </message>
    <message>
        <source>{pair}: {side} {units} units, {other_side} {other_units} units: what is the reason? State it, and it is kept with the plan.</source>
        <translation>{pair}: {side} {units} Einheiten, {other_side} {other_units} Einheiten: Was ist der Grund? Nennen Sie ihn; er bleibt beim Plan.</translation>
    </message>
    <message>
        <source>{pair}: {symmetry!s}, {n} repetitions, {healthy!s}</source>
        <translation>{pair}: {symmetry!s}, {n} Wiederholungen, {healthy!s}</translation>
    </message>
    <message>
        <source>{pair}: {units} units would move to each side, but one graduation is {step} units: an odd one stays where it is.</source>
        <translation>{pair}: {units} Einheiten gingen auf jede Seite, aber ein Teilstrich ist {step} Einheiten: ein ungerader bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>{part!r} names no unit.</source>
        <translation>{part!r} nennt keine Einheit.</translation>
    </message>
    <message>
        <source>{path} exists already and is never overwritten.</source>
        <translation>{path} gibt es schon und wird nie überschrieben.</translation>
    </message>
    <message>
        <source>{path} is no file.</source>
        <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
        <source>{percent:+.0f} %</source>
        <translation>{percent:+.0f} %</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the power is shared with {other}.</source>
        <translation>{percent:.0f} % der Leistung sind mit {other} gemeinsam.</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the samples are missing in {gaps} gaps of the last {window_s:g} s: another program may be reading this port ({port}). Close it; if there is none, the radio link is poor: move the dongle nearer.</source>
        <translation>{percent:.0f} % der Messwerte fehlen in {gaps} Lücken der letzten {window_s:g} s: vielleicht liest ein anderes Programm diesen Anschluss ({port}). Schließen Sie es; gibt es keines, ist die Funkverbindung schlecht: bringen Sie den Dongle näher.</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the samples sit at one value, though not at the rail.</source>
        <translation>{percent:.0f} % der Messwerte sitzen auf einem Wert, obwohl nicht am Anschlag.</translation>
    </message>
    <message>
        <source>{place} {side}, point {count}</source>
        <translation>{place} {side}, Punkt {count}</translation>
    </message>
    <message>
        <source>{point!s}, not planned any more</source>
        <translation>{point!s}, nicht mehr geplant</translation>
    </message>
    <message>
        <source>{point} ({place}). Never here: {never}</source>
        <translation>{point} ({place}). Hier nie: {never}</translation>
    </message>
    <message>
        <source>{point} ({place}): {hazard}</source>
        <translation>{point} ({place}): {hazard}</translation>
    </message>
    <message>
        <source>{point}: 0 units, nothing is given there: remove the point, or enter its units.</source>
        <translation>{point}: 0 Einheiten, hier wird nichts gegeben: entfernen Sie den Punkt oder geben Sie Einheiten ein.</translation>
    </message>
    <message>
        <source>{point}: even sides would leave nothing to draw there; one graduation is {step} units.</source>
        <translation>{point}: Gleiche Seiten ließen dort nichts aufzuziehen; ein Teilstrich sind {step} Einheiten.</translation>
    </message>
    <message>
        <source>{point}: the syringe delivers {units} units ({volume} mL), {less} units less than planned.</source>
        <translation>{point}: die Spritze gibt {units} Einheiten ({volume} mL) ab, {less} Einheiten weniger als geplant.</translation>
    </message>
    <message>
        <source>{point}: {units} units beside {middle} units in the other points of its area.</source>
        <translation>{point}: {units} Einheiten neben {middle} Einheiten in den anderen Punkten des Areals.</translation>
    </message>
    <message>
        <source>{point}: {units} units is less than one line of this syringe: nothing would be drawn. Take a finer syringe.</source>
        <translation>{point}: {units} Einheiten ist weniger als ein Teilstrich dieser Spritze: Es würde nichts aufgezogen. Nehmen Sie eine feinere Spritze.</translation>
    </message>
    <message>
        <source>{point}: {units} units is {count} graduations; one graduation is {step} units.</source>
        <translation>{point}: {units} Einheiten sind {count} Teilstriche; ein Teilstrich ist {step} Einheiten.</translation>
    </message>
    <message>
        <source>{point}: {units} units is {times} label point doses of {brand} ({own} units).</source>
        <translation>{point}: {units} Einheiten sind {times} Punktdosen der Fachinformation von {brand} ({own} Einheiten).</translation>
    </message>
    <message>
        <source>{point}: {units} units is {volume} mL in one point.</source>
        <translation>{point}: {units} Einheiten sind {volume} mL in einem Punkt.</translation>
    </message>
    <message>
        <source>{point}: {units} units, a point alone far below the label point dose of {own} units.</source>
        <translation>{point}: {units} Einheiten, ein einzelner Punkt weit unter der Punktdosis der Fachinformation von {own} Einheiten.</translation>
    </message>
    <message>
        <source>{point}: {volume} mL is more than the syringe holds.</source>
        <translation>{point}: {volume} mL sind mehr, als die Spritze fasst.</translation>
    </message>
    <message>
        <source>{port} cannot be opened ({error}).</source>
        <translation>{port} lässt sich nicht öffnen ({error}).</translation>
    </message>
    <message>
        <source>{port} does not open at {baud} baud ({error}).</source>
        <translation>{port} öffnet nicht mit {baud} Baud ({error}).</translation>
    </message>
    <message>
        <source>{port} is in use by {holders}.</source>
        <translation>{port} wird benutzt von {holders}.</translation>
    </message>
    <message>
        <source>{port} is in use.</source>
        <translation>{port} wird benutzt.</translation>
    </message>
    <message>
        <source>{port} is not a serial port.</source>
        <translation>{port} ist kein serieller Anschluss.</translation>
    </message>
    <message>
        <source>{port} is silent: no byte in {identify_s:g} s.</source>
        <translation>{port} schweigt: kein Byte in {identify_s:g} s.</translation>
    </message>
    <message>
        <source>{port} sends no lines of text at {baud} baud: {seen}.</source>
        <translation>{port} sendet bei {baud} Baud keine Textzeilen: {seen}.</translation>
    </message>
    <message>
        <source>{port} sends our own bytes back.</source>
        <translation>{port} sendet unsere eigenen Bytes zurück.</translation>
    </message>
    <message>
        <source>{port} sends {likeness}, no framed board at {baud} baud (first bytes: {seen}).</source>
        <translation>{port} sendet {likeness}, kein Framed-Board bei {baud} Baud (erste Bytes: {seen}).</translation>
    </message>
    <message>
        <source>{port} takes no bytes.</source>
        <translation>{port} nimmt keine Bytes an.</translation>
    </message>
    <message>
        <source>{port} vanished while it was asked what it is.</source>
        <translation>{port} verschwand, während es gefragt wurde, was es ist.</translation>
    </message>
    <message>
        <source>{price:.2f} {currency!s} per vial</source>
        <translation>{price:.2f} {currency!s} je Flasche</translation>
    </message>
    <message>
        <source>{product!s} – no known licence in {country!s}</source>
        <translation>{product!s} – keine bekannte Zulassung in {country!s}</translation>
    </message>
    <message>
        <source>{product!s}, {total!s}</source>
        <translation>{product!s}, {total!s}</translation>
    </message>
    <message>
        <source>{product} {total}: left {left}, right {right}</source>
        <translation>{product} {total}: links {left}, rechts {right}</translation>
    </message>
    <message>
        <source>{product} {total}: {sides!s}</source>
        <translation>{product} {total}: {sides!s}</translation>
    </message>
    <message>
        <source>{product}: points of my own</source>
        <translation>{product}: eigene Punkte</translation>
    </message>
    <message>
        <source>{product}: where is the first point?</source>
        <translation>{product}: wo ist der erste Punkt?</translation>
    </message>
    <message>
        <source>{product}: {amount} in {n} points</source>
        <translation>{product}: {amount} in {n} Punkten</translation>
    </message>
    <message>
        <source>{product}: {regions}, {n} points of {each}, {total} (label)</source>
        <translation>{product}: {regions}, {n} Punkte zu {each}, {total} (Fachinformation)</translation>
    </message>
    <message>
        <source>{range}, published for healthy faces</source>
        <translation>{range}, veröffentlicht für gesunde Gesichter</translation>
    </message>
    <message>
        <source>{rate:.0f} Hz</source>
        <translation>{rate:.0f} Hz</translation>
    </message>
    <message>
        <source>{rate:.1f} Hz</source>
        <translation>{rate:.1f} Hz</translation>
    </message>
    <message>
        <source>{rate:g} Hz</source>
        <translation>{rate:g} Hz</translation>
    </message>
    <message>
        <source>{region!s} {amount!s}</source>
        <translation>{region!s} {amount!s}</translation>
    </message>
    <message>
        <source>{region!s}, in all: ▬ label, ● trial, ─ practice</source>
        <translation>{region!s}, insgesamt: ▬ Fachinformation, ● Studie, ─ Praxis</translation>
    </message>
    <message>
        <source>{region!s}, per side: ▬ label, ● trial, ─ practice</source>
        <translation>{region!s}, je Seite: ▬ Fachinformation, ● Studie, ─ Praxis</translation>
    </message>
    <message>
        <source>{region!s}: no published dose here</source>
        <translation>{region!s}: hier keine veröffentlichte Dosis</translation>
    </message>
    <message>
        <source>{regions}: no published bound for {brand} in this area: nothing was checked but arithmetic.</source>
        <translation>{regions}: keine veröffentlichte Grenze für {brand} in diesem Areal: Geprüft wurde nur die Rechnung.</translation>
    </message>
    <message>
        <source>{regions}: outside every published dose.</source>
        <translation>{regions}: außerhalb jeder veröffentlichten Dosis.</translation>
    </message>
    <message>
        <source>{region} ({muscle})</source>
        <translation>{region} ({muscle})</translation>
    </message>
    <message>
        <source>{region} {side}</source>
        <translation>{region} {side}</translation>
    </message>
    <message>
        <source>{region}, sides differ: {why!s}</source>
        <translation>{region}, Seiten verschieden: {why!s}</translation>
    </message>
    <message>
        <source>{region}, units</source>
        <translation>{region}, Einheiten</translation>
    </message>
    <message>
        <source>{region}, {muscle}, {side}: units of its {n} points together (now {now})</source>
        <translation>{region}, {muscle}, {side}: Einheiten der {n} Punkte zusammen (jetzt {now})</translation>
    </message>
    <message>
        <source>{region}: fixed label patterns only, nothing is suggested: enter one of them.</source>
        <translation>{region}: nur feste Schemata der Fachinformation, nichts wird vorgeschlagen: geben Sie eines davon ein.</translation>
    </message>
    <message>
        <source>{region}: its sides differ by design.</source>
        <translation>{region}: ihre Seiten sind mit Absicht verschieden.</translation>
    </message>
    <message>
        <source>{region}: left {left}, right {right}. Why?</source>
        <translation>{region}: links {left}, rechts {right}. Warum?</translation>
    </message>
    <message>
        <source>{region}: no range of this product is known, so nothing bounds a shift.</source>
        <translation>{region}: kein Bereich dieses Produkts ist bekannt, also begrenzt nichts eine Verschiebung.</translation>
    </message>
    <message>
        <source>{region}: off label for {brand} in {country} (its label gives it only with {others}).</source>
        <translation>{region}: für {brand} in {country} außerhalb der Zulassung (zugelassen nur zusammen mit {others}).</translation>
    </message>
    <message>
        <source>{region}: off label for {brand} in {country}.</source>
        <translation>{region}: für {brand} in {country} außerhalb der Zulassung.</translation>
    </message>
    <message>
        <source>{region}: the label gives {label} units in each point; the plan gives {given} units.</source>
        <translation>{region}: die Fachinformation gibt {label} Einheiten je Punkt; der Plan gibt {given} Einheiten.</translation>
    </message>
    <message>
        <source>{region}: the label of {brand} in {jurisdictions} gives it {label} units; the plan&apos;s {units} units is not on it.</source>
        <translation>{region}: Die Fachinformation von {brand} in {jurisdictions} nennt {label} Einheiten; die {units} Einheiten des Plans stehen nicht darin.</translation>
    </message>
    <message>
        <source>{region}: toxin {days} days ago; EMG is no baseline there for {weeks} weeks.</source>
        <translation>{region}: Toxin vor {days} Tagen; EMG ist dort {weeks} Wochen lang keine Ausgangslage.</translation>
    </message>
    <message>
        <source>{region}: toxin {days} days before the baseline; it bends EMG for {weeks} weeks.</source>
        <translation>{region}: Toxin {days} Tage vor dem Ausgangswert; es verfälscht das EMG {weeks} Wochen lang.</translation>
    </message>
    <message>
        <source>{region}: was it measured? EMG is held beside it; no units follow.</source>
        <translation>{region}: wurde es gemessen? Das EMG wird danebengehalten; es folgen keine Einheiten.</translation>
    </message>
    <message>
        <source>{region}: whether the label of {brand} gives it in {country} is not known here.</source>
        <translation>{region}: Ob {brand} in {country} dafür zugelassen ist, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>{region}: {hazard} Never suggested: {never}</source>
        <translation>{region}: {hazard} Nie vorgeschlagen: {never}</translation>
    </message>
    <message>
        <source>{region}: {never}</source>
        <translation>{region}: {never}</translation>
    </message>
    <message>
        <source>{region}: {n} days ago</source>
        <translation>{region}: vor {n} Tagen</translation>
    </message>
    <message>
        <source>{region}: {total} ({sides!s})</source>
        <translation>{region}: {total} ({sides!s})</translation>
    </message>
    <message>
        <source>{region}: {total} units. No published bound for {brand} in this area: nothing was checked but arithmetic.</source>
        <translation>{region}: {total} Einheiten. Keine veröffentlichte Grenze für {brand} in diesem Areal: Geprüft wurde nur die Rechnung.</translation>
    </message>
    <message>
        <source>{region}: {units} units against the {label} units of the label of {brand}. Is this dose meant for another product?</source>
        <translation>{region}: {units} Einheiten gegen {label} Einheiten der Fachinformation von {brand}. Ist diese Dosis für ein anderes Präparat gedacht?</translation>
    </message>
    <message>
        <source>{region}: {units} units is on label for {brand} in {jurisdictions}.</source>
        <translation>{region}: {units} Einheiten entspricht der Zulassung von {brand} in {jurisdictions}.</translation>
    </message>
    <message>
        <source>{region}: {what}, left and right</source>
        <translation>{region}: {what}, links und rechts</translation>
    </message>
    <message>
        <source>{region}: {what}: left {left}, right {right}. EMG agrees: {sides}. No units follow.</source>
        <translation>{region}: {what}: links {left}, rechts {right}. Das EMG stimmt überein: {sides}. Es folgen keine Einheiten.</translation>
    </message>
    <message>
        <source>{region}: {what}: left {left}, right {right}. EMG cannot tell. {why}</source>
        <translation>{region}: {what}: links {left}, rechts {right}. Das EMG kann es nicht sagen. {why}</translation>
    </message>
    <message>
        <source>{region}: {what}: left {left}, right {right}. EMG disagrees: {sides}. Look again before dosing unevenly; no units follow.</source>
        <translation>{region}: {what}: links {left}, rechts {right}. Das EMG widerspricht: {sides}. Vor ungleicher Dosis noch einmal hinsehen; es folgen keine Einheiten.</translation>
    </message>
    <message>
        <source>{scenario!s} has electrodes on {needed} channels; {board} has {n_channels}.</source>
        <translation>{scenario!s} hat Elektroden auf {needed} Kanälen; {board} hat {n_channels}.</translation>
    </message>
    <message>
        <source>{score:.0f} of 100</source>
        <translation>{score:.0f} von 100</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} s</translation>
    </message>
    <message>
        <source>{shape!s} Locked {age!s} ago, holds for {left!s} more</source>
        <translation>{shape!s} Vor {age!s} festgestellt, gilt noch {left!s}</translation>
    </message>
    <message>
        <source>{side!s} lags</source>
        <translation>{side!s} bleibt zurück</translation>
    </message>
    <message>
        <source>{side!s} {amount!s}</source>
        <translation>{side!s} {amount!s}</translation>
    </message>
    <message>
        <source>{side!s} {answer!s}</source>
        <translation>{side!s} {answer!s}</translation>
    </message>
    <message>
        <source>{sides} in placement {n} of {count}</source>
        <translation>{sides} in Platzierung {n} von {count}</translation>
    </message>
    <message>
        <source>{side} is {quality}</source>
        <translation>{side} ist {quality}</translation>
    </message>
    <message>
        <source>{side}, UNFILTERED</source>
        <translation>{side}, UNGEFILTERT</translation>
    </message>
    <message>
        <source>{site}, last contraction</source>
        <translation>{site}, letzte Kontraktion</translation>
    </message>
    <message>
        <source>{site}, now</source>
        <translation>{site}, jetzt</translation>
    </message>
    <message>
        <source>{site}:</source>
        <translation>{site}:</translation>
    </message>
    <message>
        <source>{site}: rest {rest:.1f} µV, hum {hum:.1f} µV of {hz:.0f} Hz before the filters.</source>
        <translation>{site}: Ruhe {rest:.1f} µV, Brummen {hum:.1f} µV von {hz:.0f} Hz vor den Filtern.</translation>
    </message>
    <message>
        <source>{site}: rest {rest:.1f} µV, reference {reference:.0f} µV, varies by {percent:.0f} %</source>
        <translation>{site}: Ruhe {rest:.1f} µV, Referenz {reference:.0f} µV, schwankt um {percent:.0f} %</translation>
    </message>
    <message>
        <source>{site}: {reason}</source>
        <translation>{site}: {reason}</translation>
    </message>
    <message>
        <source>{site}: {reason} {remedy}</source>
        <translation>{site}: {reason} {remedy}</translation>
    </message>
    <message>
        <source>{site}: {state}</source>
        <translation>{site}: {state}</translation>
    </message>
    <message>
        <source>{site}: {value!s}, {state!s}</source>
        <translation>{site}: {value!s}, {state!s}</translation>
    </message>
    <message>
        <source>{site}: {values} kOhm</source>
        <translation>{site}: {values} kOhm</translation>
    </message>
    <message>
        <source>{site}: {why} {remedy}</source>
        <translation>{site}: {why} {remedy}</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message>
        <source>{syringe!s}: {what!s}</source>
        <translation>{syringe!s}: {what!s}</translation>
    </message>
    <message>
        <source>{text!r} are no resistors.</source>
        <translation>{text!r} sind keine Widerstände.</translation>
    </message>
    <message>
        <source>{text!r} is not a fault.</source>
        <translation>{text!r} ist kein Fehler.</translation>
    </message>
    <message>
        <source>{text!r} leads nowhere.</source>
        <translation>{text!r} führt nirgendwohin.</translation>
    </message>
    <message>
        <source>{text!r} names no file.</source>
        <translation>{text!r} nennt keine Datei.</translation>
    </message>
    <message>
        <source>{text!r} names no place.</source>
        <translation>{text!r} nennt keinen Ort.</translation>
    </message>
    <message>
        <source>{text} Here nobody can be asked: plug the first one in again, or end this (Ctrl+C) and begin anew with the other.</source>
        <translation>{text} Hier kann niemand gefragt werden: Stecken Sie das erste wieder ein, oder beenden Sie dies (Strg+C) und beginnen Sie mit dem anderen neu.</translation>
    </message>
    <message>
        <source>{text} begins with a zero: is a point missing?</source>
        <translation>{text} beginnt mit einer Null: fehlt ein Komma?</translation>
    </message>
    <message>
        <source>{text} can be read as {thousands} or as {decimal}.</source>
        <translation>{text} kann als {thousands} oder als {decimal} gelesen werden.</translation>
    </message>
    <message>
        <source>{text} is no currency.</source>
        <translation>{text} ist keine Währung.</translation>
    </message>
    <message>
        <source>{text} is no date here.</source>
        <translation>{text} ist hier kein Datum.</translation>
    </message>
    <message>
        <source>{text} is no number</source>
        <translation>{text} ist keine Zahl</translation>
    </message>
    <message>
        <source>{text} is not a number here.</source>
        <translation>{text} ist hier keine Zahl.</translation>
    </message>
    <message>
        <source>{text} {again}</source>
        <translation>{text} {again}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{total!s} is no whole number of graduations of this syringe: {planned!s} are planned.</source>
        <translation>{total!s} sind keine ganze Zahl von Teilstrichen dieser Spritze: {planned!s} sind geplant.</translation>
    </message>
    <message>
        <source>{total} units in {points} points of {each} units</source>
        <translation>{total} Einheiten in {points} Punkten zu {each} Einheiten</translation>
    </message>
    <message>
        <source>{total} units in {points} points of {each} units ({volume} mL)</source>
        <translation>{total} Einheiten in {points} Punkten zu {each} Einheiten ({volume} ml)</translation>
    </message>
    <message>
        <source>{total} units; points were not read</source>
        <translation>{total} Einheiten; Punkte wurden nicht gelesen</translation>
    </message>
    <message>
        <source>{unit!r} is no unit of voltage.</source>
        <translation>{unit!r} ist keine Einheit der Spannung.</translation>
    </message>
    <message>
        <source>{units} units</source>
        <translation>{units} Einheiten</translation>
    </message>
    <message>
        <source>{units} units in {count} points: even or explained, {drawn}.</source>
        <translation>{units} Einheiten in {count} Punkten: gleich oder begründet, {drawn}.</translation>
    </message>
    <message>
        <source>{units} units in {count} points: within its bounds, even or explained, {drawn}.</source>
        <translation>{units} Einheiten in {count} Punkten: innerhalb der Grenzen, gleich oder begründet, {drawn}.</translation>
    </message>
    <message>
        <source>{units} units in {ml} mL is {times} times away from every dilution of {brand} that its label lists.</source>
        <translation>{units} Einheiten in {ml} mL ist {times}-mal von jeder Verdünnung entfernt, die die Fachinformation von {brand} nennt.</translation>
    </message>
    <message>
        <source>{units} units, a limit</source>
        <translation>{units} Einheiten, eine Grenze</translation>
    </message>
    <message>
        <source>{units} units, what it gives</source>
        <translation>{units} Einheiten, was sie angibt</translation>
    </message>
    <message>
        <source>{vial:g} units in {ml:g} mL: {label} in 0.1 mL on the label, use within {hours} h</source>
        <translation>{vial:g} Einheiten in {ml:g} mL: {label} in 0,1 mL laut Fachinformation, innerhalb von {hours} h verwenden</translation>
    </message>
    <message>
        <source>{vials} × vial of {amount}, {left} left over: discard it</source>
        <translation>{vials} × Durchstechflasche zu {amount}, {left} Rest: verwerfen</translation>
    </message>
    <message>
        <source>{vial} units in {diluent} mL: {units} units per 0.1 mL; {hours} h at {storage}</source>
        <translation>{vial} Einheiten in {diluent} ml: {units} Einheiten je 0,1 ml; {hours} h bei {storage}</translation>
    </message>
    <message>
        <source>{volume}
= {given}</source>
        <translation>{volume}
= {given}</translation>
    </message>
    <message>
        <source>{volume}
{given} ± {tolerance}</source>
        <translation>{volume}
{given} ± {tolerance}</translation>
    </message>
    <message>
        <source>{what!s}: {text!s} ({where!s}; {sources!s})</source>
        <translation>{what!s}: {text!s} ({where!s}; {sources!s})</translation>
    </message>
    <message>
        <source>{what}  [Enter]</source>
        <translation>{what}  [Eingabe]</translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what} ({where})</translation>
    </message>
    <message>
        <source>{what} Holds in a row: {factor:g} times as wide.</source>
        <translation>{what} Kontraktionen hintereinander: {factor:g}-mal so breit.</translation>
    </message>
    <message>
        <source>{what} The cues begin anew.</source>
        <translation>{what} Die Anweisungen beginnen von vorn.</translation>
    </message>
    <message>
        <source>{what} [D]</source>
        <translation>{what} [D]</translation>
    </message>
    <message>
        <source>{what}, {left_s:.0f} s</source>
        <translation>{what}, {left_s:.0f} s</translation>
    </message>
    <message>
        <source>{what}, {n} of {all}</source>
        <translation>{what}, {n} von {all}</translation>
    </message>
    <message>
        <source>{what}, {n} of {total}, {left_s:.0f} s</source>
        <translation>{what}, {n} von {total}, {left_s:.0f} s</translation>
    </message>
    <message>
        <source>{what}: left {left:g}, right {right:g}</source>
        <translation>{what}: links {left:g}, rechts {right:g}</translation>
    </message>
    <message>
        <source>{what}: not said</source>
        <translation>{what}: nicht gesagt</translation>
    </message>
    <message>
        <source>{what}: said at {at_s:.1f} s</source>
        <translation>{what}: gesagt bei {at_s:.1f} s</translation>
    </message>
    <message>
        <source>{what}: said at {at_s:.1f} s, out of its time</source>
        <translation>{what}: gesagt bei {at_s:.1f} s, außerhalb der Zeit</translation>
    </message>
    <message>
        <source>{why} {point} stays as it was.</source>
        <translation>{why} {point} bleibt, wie er war.</translation>
    </message>
    <message>
        <source>{word!r} in {text!r} is more than 100 %.</source>
        <translation>{word!r} in {text!r} ist mehr als 100 %.</translation>
    </message>
    <message>
        <source>{word!r} in {text!r} is not {argument}.</source>
        <translation>{word!r} in {text!r} ist nicht {argument}.</translation>
    </message>
    <message>
        <source>{word!r} in {text!r} would stop the clock.</source>
        <translation>{word!r} in {text!r} hielte die Uhr an.</translation>
    </message>
    <message>
        <source>{word!r} is no percentage.</source>
        <translation>{word!r} ist keine Prozentzahl.</translation>
    </message>
    <message>
        <source>{words!s} ▲ unverified</source>
        <translation>{words!s} ▲ nicht geprüft</translation>
    </message>
    <message>
        <source>{words!s}, {volume!s}</source>
        <translation>{words!s}, {volume!s}</translation>
    </message>
    <message>
        <source>{words!s}; drawn {volume!s}, {drawn!s}</source>
        <translation>{words!s}; aufgezogen {volume!s}, {drawn!s}</translation>
    </message>
    <message>
        <source>{words!s}; ▲ planned were {planned!s}</source>
        <translation>{words!s}; ▲ geplant waren {planned!s}</translation>
    </message>
    <message>
        <source>{words!s}; ▲ written last before a crash, not confirmed</source>
        <translation>{words!s}; ▲ zuletzt vor einem Absturz geschrieben, nicht bestätigt</translation>
    </message>
    <message>
        <source>µV of both sides less the noise at rest; never from % of the reference.</source>
        <translation>µV beider Seiten abzüglich des Rauschens in Ruhe; nie aus % der Referenz.</translation>
    </message>
    <message>
        <source>“{claim}” – {verdict!s}. {answer}</source>
        <translation>„{claim}“ – {verdict!s}. {answer}</translation>
    </message>
    <message>
        <source>… Being written.</source>
        <translation>… Wird geschrieben.</translation>
    </message>
    <message>
        <source>■ Locked {age!s} ago: too old, it held for {limit:.0f} min</source>
        <translation>■ Vor {age!s} festgestellt: zu alt, sie galt {limit:.0f} min</translation>
    </message>
    <message>
        <source>■ NOT RECORDED</source>
        <translation>■ NICHT AUFGEZEICHNET</translation>
    </message>
    <message>
        <source>■ That suggestion no longer holds: Esc leaves it.</source>
        <translation>■ Dieser Vorschlag gilt nicht mehr: Esc verlässt ihn.</translation>
    </message>
    <message>
        <source>■ That suggestion no longer holds: nothing was decided.</source>
        <translation>■ Dieser Vorschlag gilt nicht mehr: nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>■ UNSAFE – {what}</source>
        <translation>■ UNSICHER – {what}</translation>
    </message>
    <message>
        <source>■ {finding!s} Go on?</source>
        <translation>■ {finding!s} Fortfahren?</translation>
    </message>
    <message>
        <source>▲ A suggestion waits for your answer: see Decide (F3)</source>
        <translation>▲ Ein Vorschlag wartet auf Ihre Antwort: siehe Entscheiden (F3)</translation>
    </message>
    <message>
        <source>▲ Lot of the vial?</source>
        <translation>▲ Charge der Flasche?</translation>
    </message>
    <message>
        <source>▲ New label. Is it the person of {label!s}?</source>
        <translation>▲ Neue Kennung. Ist es die Person {label!s}?</translation>
    </message>
    <message>
        <source>▲ Not decided: read it for a second first.</source>
        <translation>▲ Nicht entschieden: erst eine Sekunde lesen.</translation>
    </message>
    <message>
        <source>▲ Not ticked: too soon after the press before.</source>
        <translation>▲ Nicht abgehakt: zu kurz nach dem Druck davor.</translation>
    </message>
    <message>
        <source>▲ day {day}</source>
        <translation>▲ Tag {day}</translation>
    </message>
    <message>
        <source>▲ no amount</source>
        <translation>▲ keine Menge</translation>
    </message>
    <message>
        <source>▲ no person</source>
        <translation>▲ keine Person</translation>
    </message>
    <message>
        <source>▲ yes</source>
        <translation>▲ ja</translation>
    </message>
    <message>
        <source>▲ {at!s}, {amount!s} given</source>
        <translation>▲ {at!s}, {amount!s} gegeben</translation>
    </message>
    <message>
        <source>▲ {at!s}: written, maybe never shown. Given?</source>
        <translation>▲ {at!s}: geschrieben, vielleicht nie gezeigt. Gegeben?</translation>
    </message>
    <message>
        <source>▲ {point!s}: on this drawing it is nearer to where {other!s} is injected than {own!s}. It counts as {own!s} still: look again, or remove it and add one there.</source>
        <translation>▲ {point!s}: liegt in dieser Zeichnung näher an der üblichen Stelle für {other!s} als für {own!s}. Zählt weiter zu {own!s}: noch einmal ansehen, oder entfernen und dort einen neuen setzen.</translation>
    </message>
    <message>
        <source>◂ right more</source>
        <translation>◂ rechts mehr</translation>
    </message>
    <message>
        <source>◇ Locked {age!s} ago</source>
        <translation>◇ Vor {age!s} festgestellt</translation>
    </message>
    <message>
        <source>◇ NO BOARD</source>
        <translation>◇ KEIN BOARD</translation>
    </message>
    <message>
        <source>◇ New: no earlier visit under this label</source>
        <translation>◇ Neu: kein früherer Besuch unter dieser Kennung</translation>
    </message>
    <message>
        <source>◇ Your answer was taken back; both are on record.</source>
        <translation>◇ Ihre Antwort wurde zurückgenommen; beides ist aufgezeichnet.</translation>
    </message>
    <message>
        <source>◇ not asked</source>
        <translation>◇ nicht gefragt</translation>
    </message>
    <message>
        <source>◇ {n} notes: W</source>
        <translation>◇ {n} Hinweise: W</translation>
    </message>
    <message>
        <source>○ A new visit, apart from today&apos;s of {at!s}</source>
        <translation>○ Ein neuer Besuch, getrennt von dem heutigen um {at!s}</translation>
    </message>
    <message>
        <source>● Known: {n} visit(s), the last on {day!s}</source>
        <translation>● Bekannt: {n} Besuch(e), der letzte am {day!s}</translation>
    </message>
    <message>
        <source>● all points given</source>
        <translation>● alle Punkte gegeben</translation>
    </message>
    <message>
        <source>● full line: left   □ broken line: right   ▲ dotted: treated   bar: where it may lie, thick line: a fall to here or less can be told</source>
        <translation>● volle Linie: links   □ gestrichelt: rechts   ▲ gepunktet: behandelt   Balken: wo es liegen kann, dicker Strich: erst ein Abfall bis hier ist zu erkennen</translation>
    </message>
    <message>
        <source>● never</source>
        <translation>● nie</translation>
    </message>
    <message>
        <source>● no</source>
        <translation>● nein</translation>
    </message>
    <message>
        <source>● nothing found</source>
        <translation>● nichts gefunden</translation>
    </message>
    <message>
        <source>● {name!s} at {at:.1f} s</source>
        <translation>● {name!s} bei {at:.1f} s</translation>
    </message>
    <message>
        <source>● {n} days ago</source>
        <translation>● vor {n} Tagen</translation>
    </message>
    <message>
        <source>● {n} years</source>
        <translation>● {n} Jahre</translation>
    </message>
    <message>
        <source>♪ cues alone, {volume} %</source>
        <translation>♪ nur Anweisungen, {volume} %</translation>
    </message>
    <message>
        <source>♪ off</source>
        <translation>♪ aus</translation>
    </message>
    <message>
        <source>♪ {site}, {volume} %</source>
        <translation>♪ {site}, {volume} %</translation>
    </message>
    <message>
        <source>♪ {site}, {volume} %, {late:.0f} ms late</source>
        <translation>♪ {site}, {volume} %, {late:.0f} ms verzögert</translation>
    </message>
    <message>
        <source>✓ Go on with today&apos;s visit of {at!s}</source>
        <translation>✓ Mit dem heutigen Besuch von {at!s} weitermachen</translation>
    </message>
    <message>
        <source>✗ The suggestion before was withdrawn: {why}.</source>
        <translation>✗ Der vorige Vorschlag wurde zurückgezogen: {why}.</translation>
    </message>
</context>
</TS>
