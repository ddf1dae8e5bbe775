using System;
using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>Specifies the documented traits of an API.</summary>
/// <remarks>The traits do not decide whether a call creates a job: the status of the response does (200 or 202).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum ApiTraits
{
    /// <summary>The API requires no session, and it is not documented whether it is asynchronous.</summary>
    None = 0,

    /// <summary>The API requires a session or an access key.</summary>
    RequiresSession = 1,

    /// <summary>The API is asynchronous: it creates a job that is polled (PROTOCOL.md §3).</summary>
    Asynchronous = 2,

    /// <summary>The API is a query with conditions, paging and sorting (PROTOCOL.md §5).</summary>
    Query = 4,

    /// <summary>The API is synchronous although it is not a GET API: it creates no job.</summary>
    Synchronous = 8,
}
