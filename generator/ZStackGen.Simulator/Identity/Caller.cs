namespace ZStack.Simulation.Identity;

/// <summary>
/// The caller of a request: a session, or the error that the call fails with because its session is not valid. See runtime/PROTOCOL.md §2.1.
/// </summary>
/// <param name="Session">The session; <see langword="null"/> if the API needs none or the session is not valid.</param>
/// <param name="Error">The reason why the session is not valid.</param>
internal readonly record struct Caller(Session? Session, SimulatedError? Error)
{
    public static Caller Anonymous => default;
}
