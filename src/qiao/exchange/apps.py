from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "qiao.exchange"

    def ready(self) -> None:
        from qiao.exchange import jobs, verbs
        from qiao.exchange.export import parties
        from qiao.exchange.queries.exported import exports_named
        from qiao.register.panels import register_list_tool
        from qiao.zones.queries.named import register_namer

        verbs.register()
        jobs.register()
        parties.register()
        register_namer(exports_named)
        register_list_tool("exchange/parts/parties_tools.html")
