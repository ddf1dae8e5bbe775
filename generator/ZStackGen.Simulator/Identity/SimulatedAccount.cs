using System;
using System.Security.Cryptography;
using System.Text;

namespace ZStack.Simulation;

/// <summary>An account that can log in at the simulator.</summary>
public sealed class SimulatedAccount
{
    /// <summary>Makes an account.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="password">The password in clear; only its SHA-512 is kept.</param>
    public SimulatedAccount(string name, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(password);
        Name = name;
        PasswordHash = Hash(password);
    }

    /// <summary>ZStack's first account: <c>admin</c> with the password <c>password</c> (PROTOCOL.md §2.1).</summary>
    public static SimulatedAccount Admin { get; } = new("admin", "password") { Uuid = "36c27e8ff05c4780bf6d2fa65700f22e" };

    /// <summary>The account's name.</summary>
    public string Name { get; }

    /// <summary>The account's UUID; random unless set.</summary>
    public string Uuid { get; init; } = Guid.NewGuid().ToString("n");

    internal string PasswordHash { get; }

    // Lower-case hex SHA-512 of the UTF-8 text; the server compares the strings.
    private static string Hash(string password)
    {
        byte[] hash = SHA512.HashData(Encoding.UTF8.GetBytes(password));
#pragma warning disable CA1308 // the wire form is lower case
        return Convert.ToHexString(hash).ToLowerInvariant();
#pragma warning restore CA1308
    }
}

/// <summary>An access key that the simulator knows.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Secret">The key's secret.</param>
/// <param name="Account">The account it stands for.</param>
public sealed record SimulatedAccessKey(string Id, string Secret, SimulatedAccount Account)
{
    /// <summary>The id; never the secret.</summary>
    public override string ToString() => Id;
}
