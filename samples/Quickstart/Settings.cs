namespace Quickstart;

/// <summary>The arguments of the command line.</summary>
/// <param name="Endpoint">The address of the cloud; <see langword="null"/> to use the simulator.</param>
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
    /// <summary>Returns the settings without the password.</summary>
    public override string ToString() => $"{Account} at {Endpoint ?? "the simulator"}";
}
