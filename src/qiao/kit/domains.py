"""The web domain behind an address, for telling whose it is."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Where anybody may have a letter box: such a domain says nothing of who writes.
ANYBODYS = frozenset(
    (
        "126.com 163.com 139.com 189.cn aliyun.com aol.com bluewin.ch foxmail.com free.fr freenet.de gmail.com "
        "gmx.at gmx.ch gmx.de gmx.net googlemail.com hotmail.com hotmail.fr icloud.com laposte.net live.com "
        "mail.ru me.com msn.com orange.fr outlook.com outlook.de outlook.fr proton.me protonmail.com qq.com sfr.fr "
        "sina.com sina.cn sohu.com t-online.de vip.163.com vip.qq.com wanadoo.fr web.de yahoo.com yahoo.de "
        "yahoo.fr yandex.ru yeah.net"
    ).split()
)
# Pages on these are about somebody; the domain is not theirs.
HOSTS = frozenset(
    (
        "baike.baidu.com bilibili.com facebook.com github.com instagram.com linkedin.com mp.weixin.qq.com "
        "twitter.com weibo.com weixin.qq.com wikipedia.org x.com xing.com youtube.com zhihu.com"
    ).split()
)
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}")


def web_domain(address: str) -> str:
    """The domain of a website without "www."; empty for what is no address or a page on somebody else's site."""
    text = address.strip().casefold()[:300]
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    domain = host.removeprefix("www.").strip(".")
    if not _DOMAIN.fullmatch(domain) or any(domain == one or domain.endswith(f".{one}") for one in HOSTS):
        return ""
    return domain


def mail_domain(address: str) -> str:
    """The domain of an e-mail address; empty where anybody may have a letter box."""
    _name, at, host = address.strip().casefold()[:300].rpartition("@")
    domain = host.strip(".")
    return domain if at and _DOMAIN.fullmatch(domain) and domain not in ANYBODYS else ""
