"""A print server of the tests' own: real CUPS, and printers that nobody owns.

It has its own folder, port and printers; the one of the computer is never asked.
"""

import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
BIN = Path("/usr/lib/cups")
CUPS_PDF = BIN / "backend" / "cups-pdf"
_CUPS_PDF_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")

_FILES = """\
    ServerRoot {folder}/etc
    ServerBin {folder}/bin
    DataDir /usr/share/cups
    StateDir {folder}/run
    CacheDir {folder}/cache
    RequestRoot {folder}/spool
    TempDir {folder}/spool/tmp
    AccessLog {folder}/log/access
    ErrorLog {folder}/log/error
    PageLog {folder}/log/page
    Sandboxing relaxed
    SystemGroup root
    {owner}"""
_SERVER = """\
    Listen 127.0.0.1:{port}
    LogLevel info
    Browsing No
    WebInterface No
    DefaultAuthType None
    <Location />
      Order deny,allow
    </Location>
    <Policy default>
      <Limit All>
        Order deny,allow
      </Limit>
    </Policy>
    """
_PPD = """\
    *PPD-Adobe: "4.3"
    *FormatVersion: "4.3"
    *FileVersion: "1.0"
    *LanguageVersion: English
    *LanguageEncoding: ISOLatin1
    *PCFileName: "TEST.PPD"
    *Manufacturer: "Test"
    *Product: "(Test)"
    *ModelName: "Test"
    *ShortNickName: "Test"
    *NickName: "Test"
    *PSVersion: "(3010.000) 550"
    *LanguageLevel: "3"
    *ColorDevice: True
    *DefaultColorSpace: RGB
    *cupsVersion: 2.2
    *cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
    *OpenUI *PageSize: PickOne
    *DefaultPageSize: A4
    *PageSize A4: "<</PageSize[595 842]>>setpagedevice"
    *PageSize Letter: "<</PageSize[612 792]>>setpagedevice"
    *CloseUI: *PageSize
    *OpenUI *PageRegion: PickOne
    *DefaultPageRegion: A4
    *PageRegion A4: "<</PageSize[595 842]>>setpagedevice"
    *PageRegion Letter: "<</PageSize[612 792]>>setpagedevice"
    *CloseUI: *PageRegion
    *DefaultImageableArea: A4
    *ImageableArea A4: "0 0 595 842"
    *ImageableArea Letter: "0 0 612 792"
    *DefaultPaperDimension: A4
    *PaperDimension A4: "595 842"
    *PaperDimension Letter: "612 792"
    *MaxMediaWidth: "1000"
    *MaxMediaHeight: "3000"
    *HWMargins: 0 0 0 0
    *VariablePaperSize: True
    *CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]>>setpagedevice"
    *ParamCustomPageSize Width: 1 points 36 1000
    *ParamCustomPageSize Height: 2 points 36 3000
    *ParamCustomPageSize WidthOffset: 3 points 0 0
    *ParamCustomPageSize HeightOffset: 4 points 0 0
    *ParamCustomPageSize Orientation: 5 int 0 0
    *OpenUI *Resolution: PickOne
    *DefaultResolution: 300dpi
    *Resolution 300dpi: "<</HWResolution[300 300]>>setpagedevice"
    *CloseUI: *Resolution
    """
_FILING = """\
    #!/bin/sh
    # files what it is given; says first what the test has written down for it
    [ $# -eq 0 ] && exit 0
    folder={folder}/out/$PRINTER
    while read -r line; do echo "$line" >&2; done < "$folder/says"
    while [ ! -e "$folder/paper" ] && [ ! -e "$folder/broken" ]; do sleep 0.05; done
    [ -e "$folder/broken" ] && exit 1
    while read -r line; do echo "$line" >&2; done < "$folder/says-then"
    echo "copies=$4 $5" > "$folder/asked"
    cat "${{6:--}}" > "$folder/$1.part" && mv "$folder/$1.part" "$folder/$1.pdf"
    """


class PrintServer:
    """A running cupsd, and ways to put printers on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.address = f"127.0.0.1:{_free_port()}"
        self._lay_out()
        self._process: subprocess.Popen[bytes] | None = None

    # -- the server

    def start(self) -> None:
        """Runs it; it answers once `lpstat -r` says so."""
        assert CUPSD
        etc = self.folder / "etc"
        command = [CUPSD, "-f", "-c", f"{etc}/cupsd.conf", "-s", f"{etc}/files.conf"]
        log = (self.folder / "log" / "out").open("wb")
        with log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        tries = 0
        while b"is running" not in self.run("lpstat", "-r", check=False):
            tries += 1
            if self._process.poll() is not None or tries > 500:
                words = (self.folder / "log" / "error").read_text("utf-8", "replace")
                raise RuntimeError(f"cupsd does not run: {words}")

    def stop(self) -> None:
        """Ends it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)

    def run(self, *command: str, check: bool = True) -> bytes:
        """A command of CUPS that speaks with this server."""
        done = subprocess.run(
            command,
            env={**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=30,
        )
        assert done.returncode == 0 or not check, done.stdout
        return done.stdout

    def _lay_out(self) -> None:
        for name in ("etc", "run", "cache", "spool/tmp", "log", "out", "bin/backend"):
            (self.folder / name).mkdir(parents=True)
        for folder in self.folder.rglob("*"):
            folder.chmod(0o755)
        self.folder.chmod(0o755)
        for part in BIN.iterdir():
            if part.name != "backend":
                (self.folder / "bin" / part.name).symlink_to(part)
        for name in ("socket", "cups-pdf"):
            if os.access(BIN / "backend" / name, os.R_OK):
                shutil.copy(BIN / "backend" / name, self.folder / "bin" / "backend")
        self.backend("filing", _FILING.format(folder=self.folder))
        port = self.address.rpartition(":")[2]
        owner = "" if os.geteuid() == 0 else f"User {os.environ.get('USER', 'nobody')}"
        etc = self.folder / "etc"
        files = dedent(_FILES).format(folder=self.folder, owner=owner)
        (etc / "files.conf").write_text(files)
        (etc / "cupsd.conf").write_text(dedent(_SERVER).format(port=port))

    def backend(self, name: str, script: str) -> None:
        """A way to a printer, as a script of the shell."""
        path = self.folder / "bin" / "backend" / name
        path.write_text(dedent(script))
        path.chmod(0o755)

    def clear(self) -> None:
        """No jobs, no printers."""
        self.run("cancel", "-a", "-x", check=False)
        for name in self.run("lpstat", "-e", check=False).decode().split():
            self.run("lpadmin", "-x", name, check=False)
        for folder in self.out.iterdir():
            shutil.rmtree(folder)

    # -- printers

    def add(self, name: str, *options: str) -> None:
        """Puts a printer on it, with options of lpadmin."""
        self.run("lpadmin", "-p", name, "-E", *options)

    def add_filing(
        self, name: str, *options: str, paper: bool = True, says: str = ""
    ) -> Path:
        """A printer that takes PDF, like most of today; gives where it files pages.

        Without `paper` it waits until a file of that name is there.
        """
        out = self.out / name
        out.mkdir()
        out.chmod(0o777)
        (out / "says").write_text(says)
        (out / "says-then").write_text("")
        if paper:
            (out / "paper").touch()
        ppd = self.folder / "etc" / "test.ppd"
        ppd.write_text(dedent(_PPD))
        self.add(name, "-v", f"filing:/{name}", "-P", str(ppd), *options)
        return out

    def add_at_socket(self, name: str, address: str, *driver: str) -> None:
        """A printer in the network that takes what its driver makes."""
        self.add(name, "-v", f"socket://{address}", *driver)

    def add_cups_pdf(self, name: str, mount: Callable[[Path, Path], object]) -> Path:
        """The PDF printer of the distribution; gives where it files pages.

        It reads its settings from one place only: `mount` puts ours there.
        """
        out = self.out / name
        out.mkdir()
        out.chmod(0o777)
        conf = self.folder / "etc" / "cups-pdf.conf"
        lines = f"Out {out}\nAnonDirName {out}\nLog {out}\nSpool {out}/spool\n"
        conf.write_text(lines)
        mount(conf, Path("/etc/cups/cups-pdf.conf"))
        self.add(name, "-v", "cups-pdf:/", "-P", str(_CUPS_PDF_PPD))
        return out


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class NetworkPrinter:
    """A label printer that only listens: what a job sent is in `received`."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._server.getsockname()[1]}"
        self.received = b""
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        self._server.settimeout(30)
        with self._server, suppress(TimeoutError):
            connection, _address = self._server.accept()
            with connection:
                while part := connection.recv(65536):
                    self.received += part

    def job(self) -> bytes:
        """All of one job, once it has come."""
        self._thread.join(40)
        return self.received
