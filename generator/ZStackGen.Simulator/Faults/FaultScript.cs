using System;
using System.Collections.Generic;

namespace ZStack.Simulation.Faults;

/// <summary>The faults to come; for every request the first one that fits strikes.</summary>
internal sealed class FaultScript
{
    private readonly List<SimulatedFault> _faults = [];

    public void Add(SimulatedFault fault)
    {
        lock (_faults)
            _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_faults)
            _faults.Clear();
    }

    /// <summary>Picks the fault for a request.</summary>
    /// <param name="call">The request.</param>
    /// <param name="business">Whether business errors are asked for, or broken transport.</param>
    public SimulatedFault? Next(ReceivedCall call, bool business)
    {
        lock (_faults)
        {
            foreach (SimulatedFault fault in _faults)
            {
                if (fault.Kind == FaultKind.Error == business && fault.Strikes(call))
                    return fault;
            }
        }

        return null;
    }
}
