using System;
using System.Threading;
using System.Threading.Tasks;
using ZStack;

namespace ZStackGen.Faults.Tests;

/// <summary>Clients with short timeouts, and the deadline of a test.</summary>
internal static class Clients
{
    /// <summary>Secrets that must reach only the peer of the client.</summary>
    public const string Session = "5e55104b7a4c4bb1a9f1b2f3c4d5e6f7";

    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    public static ZStackClient Of(string address, Action<ZStackClientOptions>? configure = null)
    {
        var options = new ZStackClientOptions
        {
            BaseAddress = address,
            Credential = ZStackCredential.Session(Session),
            ServerTimeZone = TimeZoneInfo.Utc,
            PollInterval = TimeSpan.FromMilliseconds(1),
            MaxPollInterval = TimeSpan.FromMilliseconds(5),
            RequestTimeout = TimeSpan.FromSeconds(10),
            JobTimeout = TimeSpan.FromSeconds(20),
        };
        configure?.Invoke(options);
        return new ZStackClient(options);
    }

    /// <summary>Returns the outcome, or fails at the deadline.</summary>
    public static async Task<Outcome<T>> OutcomeAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        Task<T> task = call(TestContext.Current.CancellationToken);
        try
        {
            return new Outcome<T>(await task.WaitAsync(s_deadline), null);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Assert.Fail($"The call did not end within {s_deadline}.");
            throw;
        }
        catch (ZStackException e)
        {
            return new Outcome<T>(default, e);
        }
    }
}

/// <summary>Returns a result or a typed exception. Any other exception fails the test.</summary>
internal sealed record Outcome<T>(T? Result, ZStackException? Fault);
