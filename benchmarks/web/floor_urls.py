"""Where the bare views of the floor answer."""

from django.urls import include, path

from benchmarks.web import floor_views

urlpatterns = [
    path("account/", include("allauth.urls")),  # where strangers are sent
    path("floor/<slug:zone>/list", floor_views.parties),
    path("floor/<slug:zone>/filter", floor_views.filtered),
    path("floor/<slug:zone>/search", floor_views.search),
    path("floor/<slug:zone>/party/<uuid:record>", floor_views.party),
    path("floor/<slug:zone>/meeting", floor_views.meeting),
]
