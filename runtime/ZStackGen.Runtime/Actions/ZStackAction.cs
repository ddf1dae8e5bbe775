using System;

namespace ZStack;

/// <summary>Represents a call of an API with its arguments. Generated actions derive from <see cref="ZStackAction{TResult}"/>.</summary>
public abstract class ZStackAction
{
    /// <summary>Gets or sets the session for this call. The default is null: the credential of the client is used.</summary>
    public string? SessionId { get; set; }

    /// <summary>Gets the description of the API.</summary>
    public abstract ApiDescriptor Api { get; }

    /// <summary>Writes the arguments in the path: a segment for each variable, in their order. Not overridden if the path has no variables.</summary>
    /// <param name="path">The writer of the path.</param>
    protected internal virtual void WritePath(ref PathWriter path)
    {
    }

    /// <summary>Writes the query parameters of a GET or DELETE request.</summary>
    /// <param name="query">The writer of the query string.</param>
    protected internal virtual void WriteQuery(ref QueryWriter query)
    {
    }

    /// <summary>Writes the arguments inside the wrapper of the body.</summary>
    /// <param name="body">The writer of the body.</param>
    protected internal virtual void WriteBody(ref JsonBodyWriter body)
    {
    }

    /// <summary>Writes the arguments outside the wrapper of the body, such as <c>systemTags</c>.</summary>
    /// <param name="body">The writer of the body.</param>
    protected internal virtual void WriteBodyOutsideWrapper(ref JsonBodyWriter body)
    {
    }

    /// <summary>Returns the name, method and path of the API, but no arguments, because they may be secret.</summary>
    /// <returns>The name, method and path of the API.</returns>
    public override string ToString() => Api.ToString();

    // The server accepts a job id only once, so an asynchronous call can be retried; it ignores the id of a synchronous call (PROTOCOL.md §3.1).
    internal virtual bool IsRetryable => Api.Method == "GET" || (Api.Traits & ApiTraits.Asynchronous) != 0;

    // Overridden by ZStackAction<TResult>, the only class that actions derive from.
    internal virtual ZStackResult ReadAny(ref JsonReader reader) => throw new NotSupportedException($"API {Api.Name}: derive the action from ZStackAction<TResult>.");

    internal virtual void WriteUrl(UriText text)
    {
        var path = new PathWriter(text, Api, Api.Path);
        WritePath(ref path);
        path.End();
        var query = new QueryWriter(text, Api.Name);
        WriteQuery(ref query);
    }
}

/// <summary>Represents a call of an API that returns a <typeparamref name="TResult"/>.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class ZStackAction<TResult> : ZStackAction
    where TResult : ZStackResult
{
    /// <summary>Reads the result from the response body.</summary>
    /// <param name="reader">The reader, positioned at the opening brace of the body.</param>
    /// <returns>The result.</returns>
    protected internal abstract TResult ReadResult(ref JsonReader reader);

    internal override ZStackResult ReadAny(ref JsonReader reader) => ReadResult(ref reader);
}
