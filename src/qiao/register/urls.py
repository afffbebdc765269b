"""Addresses of the register: parties, what is said of them, and the sources it was read in."""

from __future__ import annotations

from django.urls import path

from qiao.register.views import claims, duplicates, judgements, merging, parties, search, sources, splitting

app_name = "register"
urlpatterns = [
    path("search", search.search, name="search"),
    path("register/", parties.parties, name="parties"),
    path("register/new", parties.add, name="add"),
    path("register/find", judgements.find, name="find"),
    path("register/merge", merging.merge, name="merge"),
    path("register/duplicates", duplicates.queue, name="duplicates"),
    path("register/duplicates/look", duplicates.look, name="look_for_duplicates"),
    path("register/duplicates/progress", duplicates.progress, name="duplicates_progress"),
    path("register/duplicates/policy", duplicates.policy, name="identity_policy"),
    path("register/duplicates/<uuid:pair>", duplicates.decide, name="decide_pair"),
    path("register/<uuid:entity>/", parties.party, name="party"),
    path("register/<uuid:entity>/history", parties.history, name="history"),
    path("register/<uuid:entity>/judge", judgements.judge, name="judge"),
    path("register/<uuid:entity>/split", splitting.split, name="split"),
    path("register/<uuid:entity>/claims/<slug:table>", claims.add, name="add_claim"),
    path("claims/<slug:table>/<uuid:claim>/", claims.claim, name="claim"),
    path("claims/<slug:table>/<uuid:claim>/correct", claims.correct, name="correct_claim"),
    path("claims/<slug:table>/<uuid:claim>/withdraw", claims.withdraw, name="withdraw_claim"),
    path("claims/<slug:table>/<uuid:claim>/prefer", claims.prefer, name="prefer_claim"),
    path("judgements/<uuid:judgement>/withdraw", judgements.withdraw, name="withdraw_judgement"),
    path("actions/<uuid:action>/undo", claims.undo, name="undo"),
    path("sources/<uuid:source>/", sources.source, name="source"),
]
