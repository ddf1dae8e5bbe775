using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Handling;

/// <summary>Returns the example of the API's page. The last handler, for APIs that no other handler accepts.</summary>
internal sealed class ExampleResponses : IApiHandler
{
    public bool CanHandle(SimulatedApi api) => true;

    public SimulatedResponse Handle(SimulatedCall call) =>
        SimulatedResponse.Success((JsonObject?)call.Definition.ResponseExample?.DeepClone());
}
