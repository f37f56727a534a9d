"""Plain dictionaries, the only ones that are sent to a worker."""


def plain(value):
    """A copy of nested dictionaries, lists and tuples in which every dictionary is a ``dict``.

    AttributeDict ties its attributes to its keys by ``self.__dict__ = self``; pickling cuts that tie silently, and a worker
    that sets ``cfg.x`` would no longer change ``cfg["x"]``. What is no container is handed on as it is.
    """
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if type(value) in (list, tuple):
        return type(value)(plain(inner) for inner in value)
    return value
