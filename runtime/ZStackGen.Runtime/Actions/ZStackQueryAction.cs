using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>Represents a query with its conditions, order, fields and paging (PROTOCOL.md §5.1).</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class ZStackQueryAction<TResult> : ZStackAction<TResult>
    where TResult : ZStackResult, new()
{
    /// <summary>Gets or sets the conditions, such as <c>name~=web%</c>. A resource must meet all of them. For the operators see PROTOCOL.md §5.2.</summary>
    public IReadOnlyList<string>? Conditions { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of resources to return. The default is null: the server returns the first 1000 resources without reporting that
    /// there are more (PROTOCOL.md §5.1).
    /// </summary>
    public int? Limit { get; set; }

    /// <summary>Gets or sets the number of resources to skip. The default is null: 0.</summary>
    public int? Start { get; set; }

    /// <summary>Gets or sets a value indicating whether to return only the number of matches.</summary>
    public bool? Count { get; set; }

    /// <summary>Gets or sets a value indicating whether to return the number of all matches in addition to the resources.</summary>
    public bool? ReplyWithCount { get; set; }

    /// <summary>Gets or sets the field to sort by: <c>+name</c> ascending, <c>-name</c> descending.</summary>
    public string? Sort { get; set; }

    /// <summary>Gets or sets the fields to return. The default is null: all fields.</summary>
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>Gets or sets a filter of the form <c>type:value</c>.</summary>
    public string? FilterName { get; set; }

    /// <summary>
    /// Gets or sets the UUID of the only resource to return. The result is a list of at most one resource. The server ignores all other parameters if
    /// the API has a path that ends in <c>/{uuid}</c>; other APIs receive the UUID as a further condition.
    /// </summary>
    public string? Uuid { get; set; }

    /// <inheritdoc/>
    protected internal override TResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new TResult());

    internal override void WriteUrl(UriText text)
    {
        string api = Api.Name;
        string? route = Uuid is null ? null : UuidRoute();
        var path = new PathWriter(text, Api, route ?? Api.Path);
        WritePath(ref path);
        if (route is not null)
            path.Segment("uuid", Uuid);
        path.End();
        if (route is not null)
            return;
        var query = new QueryWriter(text, api);
        if (Uuid is not null)
        {
            // 13 queries have no /{uuid} route; a condition is equivalent (PROTOCOL.md §1).
            if (string.IsNullOrWhiteSpace(Uuid))
                throw Invalid(api, "uuid", "is empty");
            // A quote or a backslash acts on the server's own query; an equals sign is part of another operator (PROTOCOL.md §5.2).
            foreach (char c in Uuid)
                if (c is '\'' or '\\' or '=')
                    throw Invalid(api, "uuid", "contains a quote, a backslash or an equals sign, so the server would read a different condition");
            query.Add("q", "uuid=" + Uuid);
        }

        if (Conditions is { } conditions)
        {
            for (int i = 0; i < conditions.Count; i++)
                if (string.IsNullOrWhiteSpace(conditions[i]))
                    throw Invalid(api, "q", $"has an empty condition at index {i}");
            query.Add("q", conditions);
        }

        if (Limit < 0)
            throw Invalid(api, "limit", "is negative");
        if (Start < 0)
            throw Invalid(api, "start", "is negative");
        query.Add("limit", Limit);
        query.Add("start", Start);
        query.Add("count", Count);
        query.Add("replyWithCount", ReplyWithCount);
        query.Add("sort", Sort);
        // The server reads only the first occurrence, so the list is sent as one value (PROTOCOL.md §5.1).
        if (Fields is { Count: > 0 } fields)
            query.Add("fields", string.Join(",", fields));
        query.Add("filterName", FilterName);
        WriteQuery(ref query);
    }

    // ZStack sends the list, or the total if only the number is requested (PROTOCOL.md §5.3). The route of a UUID ignores the parameters.
    internal sealed override ZStackResult ReadAny(ref JsonReader reader)
    {
        TResult result = ReadResult(ref reader);
        if (result is not IQueryResult query)
            return result;
        if (Count == true && !(Uuid is not null && HasUuidRoute))
            return query.HasTotal ? result : throw JsonFault.Missing(JsonFault.MissingTotal);
        return query.HasList ? result : throw JsonFault.Missing(JsonFault.MissingList);
    }

    private static ArgumentException Invalid(string api, string parameter, string problem)
        => new($"API {api}: parameter '{parameter}' {problem}.", parameter);

    internal bool HasUuidRoute => UuidRoute() is not null;

    // Only a path variable named exactly uuid selects by UUID (PROTOCOL.md §5.3).
    private string? UuidRoute()
    {
        foreach (string alternate in Api.AlternatePaths)
            if (alternate.EndsWith("/{uuid}", StringComparison.Ordinal) && alternate.Length == Api.Path.Length + 7
                && alternate.StartsWith(Api.Path, StringComparison.Ordinal))
                return alternate;
        return null;
    }
}
