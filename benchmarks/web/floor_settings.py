"""The settings of the floor: the product's own, with its middleware, and no page but the bare views."""

from qiao.config.settings import *  # noqa: F403  # settings are taken over whole, whatever they are

ROOT_URLCONF = "benchmarks.web.floor_urls"
