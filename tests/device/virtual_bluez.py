"""A Bluetooth service with one Ganglion in reach, on a D-Bus of its own: BlueZ for a program.

``python virtual_bluez.py ADDRESS_OF_THE_BUS`` answers what BrainFlow's Bluetooth library asks of
``org.bluez`` (BlueZ's D-Bus API: adapter, device, GATT service and characteristics), and streams
the packets of the virtual Ganglion's firmware as notifications. It prints ``ready``.
"""

# mypy: disable-error-code="name-defined,valid-type,untyped-decorator"
# ruff: noqa: F722, F821, N802 - D-Bus writes its types as annotations, and BlueZ its names so

import asyncio
import sys
from collections.abc import Callable

from dbus_fast import PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method

from emg_simulators.boards.ganglion_firmware import PACKETS_PER_S, GanglionFirmware
from emg_simulators.ganglion_board import GanglionCounts
from emg_simulators.test_signals import IndexCounts

BOARD = "C0:C0:FF:EE:00:01"
ADAPTER_PATH = "/org/bluez/hci0"
BOARD_PATH = f"{ADAPTER_PATH}/dev_{BOARD.replace(':', '_')}"
SERVICE_PATH = f"{BOARD_PATH}/service000a"
SERVICE_UUID = "0000fe84-0000-1000-8000-00805f9b34fb"
NOTIFY_UUID = "2d30c082-f39f-4ce6-923f-3484ea480596"
WRITE_UUID = "2d30c083-f39f-4ce6-923f-3484ea480596"
REVISION_UUID = "00002a28-0000-1000-8000-00805f9b34fb"
RESISTORS_OHM = (12e3, 47e3, 330e3, 1e6)
READ = PropertyAccess.READ


class Agents(ServiceInterface):
    """Whoever pairs registers here; nothing here needs pairing."""

    def __init__(self) -> None:
        super().__init__("org.bluez.AgentManager1")

    @method()
    def RegisterAgent(self, agent: "o", capability: "s"):
        pass

    @method()
    def RequestDefaultAgent(self, agent: "o"):
        pass


class Adapter(ServiceInterface):
    """The computer's radio."""

    def __init__(self) -> None:
        super().__init__("org.bluez.Adapter1")
        self.scanning = False

    def _scan(self, on: bool) -> None:
        self.scanning = on
        self.emit_properties_changed({"Discovering": on})

    @method()
    def StartDiscovery(self):
        self._scan(True)

    @method()
    def StopDiscovery(self):
        self._scan(False)

    @method()
    def SetDiscoveryFilter(self, wanted: "a{sv}"):
        pass

    @dbus_property(READ)
    def Address(self) -> "s":
        return "00:11:22:33:44:55"

    @dbus_property(READ)
    def Powered(self) -> "b":
        return True

    @dbus_property(READ)
    def Discovering(self) -> "b":
        return self.scanning


class Board(ServiceInterface):
    """The Ganglion as the radio hears it."""

    def __init__(self) -> None:
        super().__init__("org.bluez.Device1")
        self.connected = False

    def heard(self) -> None:
        """Tell the strength again: that is how a scan finds it."""
        self.emit_properties_changed({"RSSI": -40})

    @method()
    async def Connect(self):
        self.connected = True
        self.emit_properties_changed({"Connected": True})
        await asyncio.sleep(0.05)
        self.emit_properties_changed({"ServicesResolved": True})

    @method()
    def Disconnect(self):
        self.connected = False
        self.emit_properties_changed({"Connected": False, "ServicesResolved": False})

    @dbus_property(READ)
    def Address(self) -> "s":
        return BOARD

    @dbus_property(READ)
    def Name(self) -> "s":
        return "Ganglion-EVEN"

    @dbus_property(READ)
    def Alias(self) -> "s":
        return "Ganglion-EVEN"

    @dbus_property(READ)
    def Paired(self) -> "b":
        return False

    @dbus_property(READ)
    def RSSI(self) -> "n":
        return -40

    @dbus_property(READ)
    def Connected(self) -> "b":
        return self.connected

    @dbus_property(READ)
    def ServicesResolved(self) -> "b":
        return self.connected

    @dbus_property(READ)
    def UUIDs(self) -> "as":
        return [SERVICE_UUID]

    @dbus_property(READ)
    def Adapter(self) -> "o":
        return ADAPTER_PATH


class Service(ServiceInterface):
    """The service of the Ganglion's radio."""

    def __init__(self) -> None:
        super().__init__("org.bluez.GattService1")

    @dbus_property(READ)
    def UUID(self) -> "s":
        return SERVICE_UUID

    @dbus_property(READ)
    def Device(self) -> "o":
        return BOARD_PATH

    @dbus_property(READ)
    def Primary(self) -> "b":
        return True


class Characteristic(ServiceInterface):
    """A value that is read, written or notified."""

    def __init__(
        self,
        uuid: str,
        flags: list[str],
        value: bytes = b"",
        written: Callable[[bytes], None] = lambda data: None,
    ) -> None:
        super().__init__("org.bluez.GattCharacteristic1")
        self._uuid, self._flags, self._value, self._written = uuid, flags, value, written
        self._notifying = False

    def notify(self, value: bytes) -> None:
        """Send a value, if anybody listens."""
        self._value = value
        if self._notifying:
            self.emit_properties_changed({"Value": value})

    @method()
    def ReadValue(self, options: "a{sv}") -> "ay":
        return self._value

    @method()
    def WriteValue(self, value: "ay", options: "a{sv}"):
        self._written(bytes(value))

    @method()
    def StartNotify(self):
        self._notifying = True
        self.emit_properties_changed({"Notifying": True})

    @method()
    def StopNotify(self):
        self._notifying = False
        self.emit_properties_changed({"Notifying": False})

    @dbus_property(READ)
    def UUID(self) -> "s":
        return self._uuid

    @dbus_property(READ)
    def Service(self) -> "o":
        return SERVICE_PATH

    @dbus_property(READ)
    def Value(self) -> "ay":
        return self._value

    @dbus_property(READ)
    def Notifying(self) -> "b":
        return self._notifying

    @dbus_property(READ)
    def Flags(self) -> "as":
        return self._flags


async def serve(address: str) -> None:
    """Be ``org.bluez`` on the bus at `address`, for ever."""
    firmware = GanglionFirmware(
        GanglionCounts(IndexCounts(8)), impedance_ohm=lambda channel: RESISTORS_OHM[channel]
    )
    adapter, board = Adapter(), Board()
    packets = Characteristic(NOTIFY_UUID, ["read", "notify"])
    commands = Characteristic(
        WRITE_UUID, ["write", "write-without-response"], written=firmware.command
    )
    bus = await MessageBus(bus_address=address).connect()
    for path, interface in (
        ("/org/bluez", Agents()),
        (ADAPTER_PATH, adapter),
        (BOARD_PATH, board),
        (SERVICE_PATH, Service()),
        (f"{SERVICE_PATH}/char000b", packets),
        (f"{SERVICE_PATH}/char000e", commands),
        (f"{SERVICE_PATH}/char0011", Characteristic(REVISION_UUID, ["read"], b"3.0.1")),
    ):
        bus.export(path, interface)
    await bus.request_name("org.bluez")
    print("ready", flush=True)
    clock, begun_s, sent = asyncio.get_running_loop().time, 0.0, 0
    while True:
        await asyncio.sleep(0.01)
        if adapter.scanning:
            board.heard()
        if not firmware.streaming:
            begun_s, sent = clock(), 0
        while sent < int((clock() - begun_s) * PACKETS_PER_S):
            packets.notify(firmware.notification())
            sent += 1


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
