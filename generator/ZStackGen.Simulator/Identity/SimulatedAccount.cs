using System;
using System.Security.Cryptography;
using System.Text;

namespace ZStack.Simulation;

/// <summary>An account that can log in to the simulator.</summary>
public sealed class SimulatedAccount
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="name">The name of the account.</param>
    /// <param name="password">The password in plain text. Only its SHA-512 hash is kept.</param>
    public SimulatedAccount(string name, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(password);
        Name = name;
        PasswordHash = Hash(password);
    }

    /// <summary>Gets the default account of a ZStack server: <c>admin</c> with the password <c>password</c>. See runtime/PROTOCOL.md §2.1.</summary>
    public static SimulatedAccount Admin { get; } = new("admin", "password") { Uuid = "36c27e8ff05c4780bf6d2fa65700f22e" };

    /// <summary>Gets the name of the account.</summary>
    public string Name { get; }

    /// <summary>Gets the UUID of the account. The default is a random UUID.</summary>
    public string Uuid { get; init; } = Guid.NewGuid().ToString("n");

    internal string PasswordHash { get; }

    // The server compares the lower-case hexadecimal SHA-512 of the UTF-8 text.
    private static string Hash(string password)
    {
        byte[] hash = SHA512.HashData(Encoding.UTF8.GetBytes(password));
#pragma warning disable CA1308 // the hash is lower case on the wire
        return Convert.ToHexString(hash).ToLowerInvariant();
#pragma warning restore CA1308
    }
}

/// <summary>An access key that the simulator accepts.</summary>
/// <param name="Id">The ID of the key.</param>
/// <param name="Secret">The secret of the key.</param>
/// <param name="Account">The account of the key.</param>
public sealed record SimulatedAccessKey(string Id, string Secret, SimulatedAccount Account)
{
    /// <summary>Returns the ID of the key, never the secret.</summary>
    public override string ToString() => Id;
}
