"""Which packages of the system the window still needs, found without starting Qt, which would only abort.

Qt itself names one missing library and kills the process; five may be missing. Source of the names: the libraries that
the xcb platform plugin and QtNetwork of PySide6 6.11 ask for, and the Debian 12 and 13 packages that hold them.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpng16.so.16": "libpng16-16",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_LIBRARIES = ("Qt/lib/libQt6Widgets.so.6", "Qt/lib/libQt6Network.so.6", "Qt/lib/libQt6Svg.so.6")
_XCB = "Qt/plugins/platforms/libqxcb.so"
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def missing_qt_packages() -> tuple[str, ...]:
    """Return the Debian/Ubuntu packages without which the window cannot open, sorted; () where nothing is missing.

    A library in no package that is known here is named itself. Only Linux is looked at; elsewhere the answer is ().
    """
    spec = find_spec("PySide6") if sys.platform.startswith("linux") else None
    if spec is None or not spec.submodule_search_locations:
        return ()
    folder = Path(next(iter(spec.submodule_search_locations)))
    wanted = [folder / name for name in (*_LIBRARIES, _XCB) if name != _XCB or _on_x11()]
    return () if _all_load(wanted) else packages_of(_missing(wanted))


def packages_of(libraries: Iterable[str]) -> tuple[str, ...]:
    """Return the packages that hold these shared libraries; a library that is not known stands for itself."""
    return tuple(sorted({PACKAGES.get(name, name) for name in libraries}))


def not_found(report: str) -> list[str]:
    """Return the libraries that an `ldd` report says are not there."""
    return sorted(set(_NOT_FOUND.findall(report)))


def _on_x11() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return not platform or "xcb" in platform


def _all_load(files: Sequence[Path]) -> bool:
    """Return whether the loader finds everything these files ask for. The window loads the same files right after."""
    try:
        for path in files:
            if path.exists():
                ctypes.CDLL(str(path))
    except OSError:
        return False
    return True


def _missing(files: Sequence[Path]) -> list[str]:
    import subprocess

    try:
        # ldd follows every library to the end, so that one line can name all packages at once.
        result = subprocess.run(
            ["ldd", *map(str, files)],  # noqa: S607 - where ldd lies differs between systems
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        return [name for name in PACKAGES if not _loads(name)]
    return not_found(result.stdout)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
