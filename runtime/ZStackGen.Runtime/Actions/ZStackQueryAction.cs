using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>A query: its conditions, order, fields and page (PROTOCOL.md §5.1).</summary>
/// <typeparam name="TResult">The answer's type.</typeparam>
public abstract class ZStackQueryAction<TResult> : ZStackAction<TResult>
    where TResult : ZStackResult
{
    /// <summary>Conditions such as <c>name~=web%</c>, all of which must hold. See PROTOCOL.md §5.2 for the operators.</summary>
    public IReadOnlyList<string>? Conditions { get; set; }

    /// <summary>How many items to return at most. If null, the server sends the first 1000 and does not say that there are more; it has no maximum (PROTOCOL.md §5.1).</summary>
    public int? Limit { get; set; }

    /// <summary>How many items to leave out at the beginning.</summary>
    public int? Start { get; set; }

    /// <summary>Returns only the number of matches, not the items.</summary>
    public bool? Count { get; set; }

    /// <summary>Returns the number of all matches beside the items.</summary>
    public bool? ReplyWithCount { get; set; }

    /// <summary>The field to sort by: <c>+name</c> ascending, <c>-name</c> descending.</summary>
    public string? Sort { get; set; }

    /// <summary>The fields to return; others are absent. Null returns all.</summary>
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>A filter of the form <c>type:value</c>.</summary>
    public string? FilterName { get; set; }

    /// <summary>Returns the one resource of this UUID, as a list of one item or none. The server then ignores everything else.</summary>
    public string? Uuid { get; set; }

    internal override void WriteUrl(UriText text)
    {
        string api = Api.Name;
        var path = new PathWriter(text, api);
        WritePath(ref path);
        var query = new QueryWriter(text, api);
        if (Uuid is not null)
        {
            if (HasUuidRoute())
            {
                path.Literal("/");
                path.Segment("uuid", Uuid);
                return;
            }

            // 13 queries have no /{uuid} route; a condition says the same (PROTOCOL.md §1).
            if (string.IsNullOrWhiteSpace(Uuid))
                throw Missing(api, "uuid", "is empty");
            query.Add("q", "uuid=" + Uuid);
        }

        if (Conditions is { } conditions)
        {
            for (int i = 0; i < conditions.Count; i++)
                if (string.IsNullOrWhiteSpace(conditions[i]))
                    throw Missing(api, "q", $"has an empty condition at index {i}");
            query.Add("q", conditions);
        }

        if (Limit < 0)
            throw Missing(api, "limit", "is negative");
        if (Start < 0)
            throw Missing(api, "start", "is negative");
        query.Add("limit", Limit);
        query.Add("start", Start);
        query.Add("count", Count);
        query.Add("replyWithCount", ReplyWithCount);
        query.Add("sort", Sort);
        // The server reads only the first occurrence, so the list travels as one value (PROTOCOL.md §5.1).
        if (Fields is { Count: > 0 } fields)
            query.Add("fields", string.Join(",", fields));
        query.Add("filterName", FilterName);
        WriteQuery(ref query);
    }

    private static ArgumentException Missing(string api, string parameter, string what)
        => new($"API {api}: parameter '{parameter}' {what}.", parameter);

    internal bool HasUuidRoute()
    {
        // Only a path variable named exactly uuid selects by UUID (PROTOCOL.md §5.3).
        foreach (string alternate in Api.AlternatePaths)
            if (alternate.EndsWith("/{uuid}", StringComparison.Ordinal) && alternate.Length == Api.Path.Length + 7
                && alternate.StartsWith(Api.Path, StringComparison.Ordinal))
                return true;
        return false;
    }
}
