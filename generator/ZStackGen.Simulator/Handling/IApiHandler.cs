using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Handling;

/// <summary>Handles calls of some APIs. The first handler that accepts an API handles its calls.</summary>
internal interface IApiHandler
{
    /// <summary>Determines whether the handler accepts <paramref name="api"/>. Called once per API when the simulator starts.</summary>
    bool CanHandle(SimulatedApi api);

    SimulatedResponse Handle(SimulatedCall call);
}
