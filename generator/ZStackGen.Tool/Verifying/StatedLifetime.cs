using ZStackGen.Specs.Model;
using ZStackGen.Explorer.History;

namespace ZStackGen.Tool.Verifying;

/// <summary>The versions between which a page states that an element exists.</summary>
/// <param name="Added">The version that added it.</param>
/// <param name="Removed">The version that removed it; <see langword="null"/> if it was not removed.</param>
internal readonly record struct StatedLifetime(StatedVersion Added, string? Removed)
{
    /// <summary>Reads the statements of a page.</summary>
    /// <param name="since">The version cell or line.</param>
    /// <param name="description">The description, which can state a removal.</param>
    public static StatedLifetime Of(string? since, string? description) => new(ApiHistory.Spelled(since), Lifetime.Of(description).Removed);

    /// <summary>Compares the statement with a server.</summary>
    /// <param name="exists">Whether the server has the element.</param>
    /// <param name="server">The version of the server.</param>
    /// <returns>The verdict and its evidence.</returns>
    public (Verdict Verdict, string Evidence) Judge(bool exists, string server)
    {
        bool isNewer = Added.Cloud is { } added && VersionNumber.Compare(added, server) > 0;
        bool isGone = Removed is { } removed && VersionNumber.Compare(removed, server) <= 0;
        if (exists)
        {
            // "5.0.0 or earlier" allows every earlier server.
            if (isNewer && Added.Provenance != VersionProvenance.AtMost)
                return (Verdict.Contradicted, $"{server} has it; the page states {Added.Notation}");
            return isGone ? (Verdict.Contradicted, $"{server} has it; the page states that {Removed} removed it") : (Verdict.Confirmed, $"{server} has it");
        }

        if (isGone)
            return (Verdict.Confirmed, $"{server} does not have it, and {Removed} removed it");
        if (isNewer)
            return (Verdict.Confirmed, $"{server} does not have it, and the page states {Added.Notation}");
        return Added.Cloud is null
            ? (Verdict.NotTestable, $"{server} does not have it, and the page states no version")
            : (Verdict.Contradicted, $"{server} does not have it; the page states {Added.Notation}");
    }
}
