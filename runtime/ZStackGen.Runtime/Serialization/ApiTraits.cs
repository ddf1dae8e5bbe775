using System;
using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>Specifies the documented traits of an API.</summary>
/// <remarks>The traits do not decide whether a call creates a job: the status of the response does (200 or 202).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum ApiTraits
{
    /// <summary>The API is synchronous and requires no session.</summary>
    None = 0,

    /// <summary>The API requires a session or an access key.</summary>
    RequiresSession = 1,

    /// <summary>The API is asynchronous: it creates a job that is polled (PROTOCOL.md §3).</summary>
    Asynchronous = 2,

    /// <summary>The API is a query with conditions, paging and sorting (PROTOCOL.md §5).</summary>
    Query = 4,
}
