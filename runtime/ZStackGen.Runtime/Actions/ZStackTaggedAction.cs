using System.Collections.Generic;

namespace ZStack;

/// <summary>Represents a call of an API that accepts system tags and user tags, as most APIs do (PROTOCOL.md §1.1, §1.2).</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class ZStackTaggedAction<TResult> : ZStackAction<TResult>
    where TResult : ZStackResult, new()
{
    /// <summary>Gets or sets the system tags of the resource, such as <c>staticIp::L3_UUID::10.0.0.5</c>. The default is null: no system tags.</summary>
    public IReadOnlyList<string>? SystemTags { get; set; }

    /// <summary>Gets or sets the user tags of the resource. The default is null: no user tags.</summary>
    public IReadOnlyList<string>? UserTags { get; set; }

    /// <summary>Writes the tags of a GET or DELETE request.</summary>
    /// <param name="query">The writer of the query string.</param>
    protected internal override void WriteQuery(ref QueryWriter query)
    {
        if (Api.HasBody)
            return;
        query.StringList("systemTags", SystemTags);
        query.StringList("userTags", UserTags);
    }

    /// <summary>Writes the tags of a POST or PUT request.</summary>
    /// <param name="body">The writer of the body.</param>
    protected internal override void WriteBodyOutsideWrapper(ref JsonBodyWriter body)
    {
        body.StringList("systemTags"u8, SystemTags);
        body.StringList("userTags"u8, UserTags);
    }

    /// <inheritdoc/>
    protected internal override TResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new TResult());
}
