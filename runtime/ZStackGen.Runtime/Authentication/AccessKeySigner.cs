using System;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;

namespace ZStack;

// Signs a request with an access key (PROTOCOL.md §2.2).
internal sealed class AccessKeySigner(string id, string secret, AccessKeyClock clock)
{
    public AccessKeyClock Clock => clock;

    public void Sign(HttpRequestHeaders headers, HttpMethod method, UriText url, ServerNode node)
    {
        string date = Date(clock.WallClock(node));
        ReadOnlySpan<char> path = url.Written;
        int query = path.IndexOf('?');
        // The server verifies against the decoded path, without context and query.
        string decoded = Uri.UnescapeDataString((query < 0 ? path : path.Slice(0, query)).ToString());
        headers.TryAddWithoutValidation("Date", date);
        headers.TryAddWithoutValidation("Authorization", "ZStack " + id + ":" + ZStackAccessKeySignature.Compute(secret, method.Method, date, decoded));
    }

    // The server's wall clock with its time zone is accepted whether the server compares instants or, by default, only the digits.
    private static string Date(DateTimeOffset local)
    {
        string text = local.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        if (local.Offset == TimeSpan.Zero)
            return text + " GMT";
        // Servers parse this form (PROTOCOL.md §2.2) but .NET does not, so a handler that parses the headers keeps it. A bare `+08:00` would become GMT.
        return text + (local.Offset < TimeSpan.Zero ? " GMT-" : " GMT+") + local.Offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
    }
}
