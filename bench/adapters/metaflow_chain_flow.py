"""A Metaflow flow: a step that goes on to itself until every item has had its turn."""

from metaflow import FlowSpec, JSONType, Parameter, step

from step_times import function_of


class Chain(FlowSpec):
    function = Parameter("function", help="module:function")
    items = Parameter("items", type=JSONType, help="one item a task")

    @step
    def start(self):
        self.results = []
        self.next(self.work)

    @step
    def work(self):
        item = self.items[len(self.results)]
        self.results = [*self.results, function_of(self.function)(item)]
        self.left = "some" if len(self.results) < len(self.items) else "none"
        self.next({"some": self.work, "none": self.end}, condition="left")

    @step
    def end(self):
        pass


if __name__ == "__main__":
    Chain()
