using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Handling;

/// <summary>Answers some APIs. The first handler that takes an API answers it.</summary>
internal interface IApiHandler
{
    /// <summary>Whether this handler answers <paramref name="api"/>; asked once, when the simulator starts.</summary>
    bool Takes(SimulatedApi api);

    SimulatedAnswer Handle(SimulatedCall call);
}
