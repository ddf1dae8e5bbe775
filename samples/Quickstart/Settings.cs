namespace Quickstart;

/// <summary>What the command line asks for.</summary>
/// <param name="Endpoint">The cloud's address; the simulator when there is none.</param>
/// <param name="Account">The account to log in with.</param>
/// <param name="Password">Its password.</param>
/// <param name="Name">The name of the VM instance to create.</param>
/// <param name="ImageUuid">The image to create it from.</param>
/// <param name="NetworkUuid">The L3 network to attach it to.</param>
/// <param name="ServerTimeZone">The time zone of the cloud's clock.</param>
internal sealed record Settings(
    string? Endpoint,
    string Account,
    string Password,
    string Name,
    string? ImageUuid,
    string? NetworkUuid,
    string? ServerTimeZone)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Account} at {Endpoint ?? "the simulator"}";
}
