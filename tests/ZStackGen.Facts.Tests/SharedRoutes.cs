using System.Linq;
using System.Text.RegularExpressions;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>APIs with requests that reach another API, or none.</summary>
internal static partial class SharedRoutes
{
    /// <summary>Determines whether a request of an API can reach <paramref name="called"/>: a renamed API and its successor, or two names of one route. The server cannot distinguish them either.</summary>
    public static bool Leads(ApiModel api, string? called) =>
        (called is null && HasNone(api))
        || (Repository.Pages.Apis.FirstOrDefault(other => other.Name == called) is { } other && other.Method == api.Method
        && (other.Path == api.Path || other.AlternatePaths.Contains(api.Path) || api.AlternatePaths.Contains(other.Path)));

    // The path in the SDK joins a variable to a word. The server has no such route.
    private static bool HasNone(ApiModel api) => JoinedVariable().IsMatch(api.Path);

    [GeneratedRegex(@"[^/]\{")]
    private static partial Regex JoinedVariable();
}
