using System;
using System.Collections.Generic;

namespace ZStack.Simulation.Faults;

/// <summary>The pending faults. The first fault that matches a request is injected.</summary>
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

    /// <summary>Returns the business error of the next call of an API that has no request of its own; <see langword="null"/> if none matches.</summary>
    public SimulatedError? NextError(string api)
    {
        lock (_faults)
            return _faults.Find(fault => fault.Kind == FaultKind.Error && fault.Matches(api))?.Error;
    }

    /// <summary>Returns the fault for a request; <see langword="null"/> if none matches.</summary>
    /// <param name="call">The request.</param>
    /// <param name="business"><see langword="true"/> for a business error; <see langword="false"/> for a transport fault.</param>
    public SimulatedFault? Next(ReceivedCall call, bool business)
    {
        lock (_faults)
        {
            foreach (SimulatedFault fault in _faults)
            {
                if (fault.Kind == FaultKind.Error == business && fault.Matches(call))
                    return fault;
            }
        }

        return null;
    }
}
