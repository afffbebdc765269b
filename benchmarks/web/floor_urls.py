"""Where the bare views of the floor answer; the address of each begins with the zone's id."""

from django.urls import path

from benchmarks.web import floor_views

urlpatterns = [
    path("floor/<uuid:zone>/list", floor_views.parties),
    path("floor/<uuid:zone>/filter", floor_views.filtered),
    path("floor/<uuid:zone>/search", floor_views.search),
    path("floor/<uuid:zone>/party/<uuid:record>", floor_views.party),
    path("floor/<uuid:zone>/meeting", floor_views.meeting),
]
