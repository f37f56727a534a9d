"""A Metaflow flow: one task an item, and a join that gathers the results."""

from metaflow import FlowSpec, JSONType, Parameter, step

from step_times import function_of


class FanOut(FlowSpec):
    function = Parameter("function", help="module:function")
    items = Parameter("items", type=JSONType, help="one item a task")

    @step
    def start(self):
        self.parts = list(self.items)
        self.next(self.work, foreach="parts")

    @step
    def work(self):
        self.result = function_of(self.function)(self.input)
        self.next(self.gather)

    @step
    def gather(self, inputs):
        self.results = [part.result for part in inputs]
        self.next(self.end)

    @step
    def end(self):
        pass


if __name__ == "__main__":
    FanOut()
