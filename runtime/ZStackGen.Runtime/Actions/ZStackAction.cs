using System;

namespace ZStack;

/// <summary>A call of one API with its arguments. Generated code derives from <see cref="ZStackAction{TResult}"/>.</summary>
public abstract class ZStackAction
{
    /// <summary>A session to use for this call instead of the client's own credential.</summary>
    public string? SessionId { get; set; }

    /// <summary>The API that is called.</summary>
    public abstract ApiDescriptor Api { get; }

    /// <summary>Writes the path with its arguments.</summary>
    /// <param name="path">Takes the literals and segments.</param>
    protected internal virtual void WritePath(ref PathWriter path)
    {
        if (Api.Path.IndexOf('{') >= 0)
            throw new InvalidOperationException($"API {Api.Name}: the path '{Api.Path}' has arguments, so WritePath has to be overridden.");
        path.Literal(Api.Path);
    }

    /// <summary>Writes the query parameters of a GET or DELETE.</summary>
    /// <param name="query">Takes the parameters.</param>
    protected internal virtual void WriteQuery(ref QueryWriter query)
    {
    }

    /// <summary>Writes the arguments that sit inside the body's wrapper.</summary>
    /// <param name="body">Takes the members.</param>
    protected internal virtual void WriteBody(ref JsonBodyWriter body)
    {
    }

    /// <summary>Writes the arguments that sit beside the body's wrapper, such as <c>systemTags</c>.</summary>
    /// <param name="body">Takes the members.</param>
    protected internal virtual void WriteBodyOutsideWrapper(ref JsonBodyWriter body)
    {
    }

    /// <summary>Names the call; arguments stay out because they may be secret.</summary>
    /// <returns>The API's name, method and path.</returns>
    public override string ToString() => Api.ToString();

    // The server takes a job's id once, so an asynchronous call can be sent again; it keeps none of a synchronous one (PROTOCOL.md §3.1).
    internal virtual bool IsRepeatable => Api.Method == "GET" || (Api.Traits & ApiTraits.Asynchronous) != 0;

    // Only ZStackAction<TResult> is derived from.
    internal virtual ZStackResult ReadAny(ref JsonReader reader) => throw new NotSupportedException($"API {Api.Name}: an action derives from ZStackAction<TResult>.");

    internal virtual void WriteUrl(UriText text)
    {
        var path = new PathWriter(text, Api.Name);
        WritePath(ref path);
        var query = new QueryWriter(text, Api.Name);
        WriteQuery(ref query);
    }
}

/// <summary>A call of one API whose answer is a <typeparamref name="TResult"/>.</summary>
/// <typeparam name="TResult">The answer's type.</typeparam>
public abstract class ZStackAction<TResult> : ZStackAction
    where TResult : ZStackResult
{
    /// <summary>Reads the answer.</summary>
    /// <param name="reader">Stands at the answer's opening brace.</param>
    /// <returns>The answer.</returns>
    protected internal abstract TResult ReadResult(ref JsonReader reader);

    internal sealed override ZStackResult ReadAny(ref JsonReader reader) => ReadResult(ref reader);
}
