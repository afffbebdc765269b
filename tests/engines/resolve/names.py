"""Records written by hand for the tests of resolve; the firms that are not public knowledge are invented."""

from __future__ import annotations

from qiao.engines.resolve import Named, Record


def firm(*names: str, identity: str = "", country: str = "", city: str = "", domain: str = "") -> Record:
    return Record(
        id=identity or names[0],
        names=tuple(Named(name) for name in names),
        country=country,
        city=city,
        domains=frozenset([domain] if domain else []),
    )


REGISTER = (
    firm("Technical University of Munich", identity="tum", country="DE", city="Munich", domain="tum.de"),
    firm("University of Munich", "LMU Munich", identity="lmu", country="DE", city="Munich", domain="lmu.de"),
    firm("Siemens AG", identity="siemens", country="DE", city="Munich", domain="siemens.com"),
    firm("Siemens Energy AG", identity="energy", country="DE", city="Munich", domain="siemens-energy.com"),
    firm("Jiangnan University", identity="jiangnan", country="CN", city="Wuxi", domain="jiangnan.edu.cn"),
    firm("Nanjing University", identity="nanjing", country="CN", city="Nanjing", domain="nju.edu.cn"),
    firm("Shanghai Optical Instrument Research Institute", identity="optics", country="CN", city="Shanghai"),
    firm("Wuxi Moonlake Semiconductor Technology Co., Ltd.", identity="moonlake", country="CN", city="Wuxi"),
    firm("Centre for Applied Moss Research", identity="moss", country="FR", city="Lyon", domain="camr.fr"),
    firm("Musterbach Maschinenbau GmbH", identity="musterbach", country="DE", city="Köln", domain="musterbach.de"),
)
