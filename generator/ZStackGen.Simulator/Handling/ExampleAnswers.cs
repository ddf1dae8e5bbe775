using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Handling;

/// <summary>Answers with the page's own example; the last handler, for whatever no other one knows better.</summary>
internal sealed class ExampleAnswers : IApiHandler
{
    public bool Takes(SimulatedApi api) => true;

    public SimulatedAnswer Handle(SimulatedCall call) =>
        SimulatedAnswer.Success((JsonObject?)call.Definition.ResponseExample?.DeepClone());
}
