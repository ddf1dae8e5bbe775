namespace ZStack.Simulation.Identity;

/// <summary>Who calls: a session, or the reason why there is none, which becomes the call's answer (PROTOCOL.md §2.1).</summary>
/// <param name="Session">The session; <see langword="null"/> when the call needs none or it is not valid.</param>
/// <param name="Error">Why the session is not valid.</param>
internal readonly record struct Caller(Session? Session, SimulatedError? Error)
{
    public static Caller Anonymous => default;
}
