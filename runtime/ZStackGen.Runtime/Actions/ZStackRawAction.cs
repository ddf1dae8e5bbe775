using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace ZStack;

/// <summary>Represents a call of an API without a generated action. The parameters are stated by their names in the protocol.</summary>
/// <example><code>
/// var action = new ZStackRawAction("GetVmConsoleAddress", "GET", "/v1/vm-instances/{uuid}/console-addresses") { Parameters = { ["uuid"] = uuid } };
/// ZStackRawResult result = await client.CallAsync(action);
/// string? host = result["hostIp"]?.GetString();
/// </code></example>
public sealed class ZStackRawAction : ZStackAction<ZStackRawResult>
{
    /// <summary>Initializes a new instance of the <see cref="ZStackRawAction"/> class.</summary>
    /// <param name="name">The name of the API, such as <c>StartVmInstance</c>. The wrapper of a PUT request is derived from it.</param>
    /// <param name="method">The HTTP method: GET, POST, PUT or DELETE.</param>
    /// <param name="path">The path with its <c>{name}</c> segments, starting with <c>/v1</c>.</param>
    /// <param name="wrapper">The name of the body's wrapper, or null for the usual wrapper (PROTOCOL.md §1.2).</param>
    /// <param name="traits">The traits of the API. The client retries a call after a broken connection only if it is a GET or marked as asynchronous.</param>
    /// <exception cref="ArgumentException">The name, the method or the path is invalid; the message states the reason.</exception>
    public ZStackRawAction(string name, string method, string path, string? wrapper = null, ApiTraits traits = ApiTraits.RequiresSession)
    {
        Api = new ApiDescriptor(name, method, path, traits) { Wrapper = wrapper };
        if (Problem(path) is { } problem)
            throw new ArgumentException($"API {name}: the path '{ServerText.Of(path)}' {problem}.", nameof(path));
    }

    /// <inheritdoc/>
    public override ApiDescriptor Api { get; }

    /// <summary>
    /// Gets the parameters. A parameter of the path is written to the path. Other parameters are written to the query string of a GET or DELETE request,
    /// or to the wrapper of a POST or PUT request; <c>systemTags</c> and <c>userTags</c> are written outside the wrapper. Values are strings, numbers,
    /// Boolean values, timestamps, JsonElement, structures, and lists and maps of them.
    /// </summary>
    public IDictionary<string, object?> Parameters { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected internal override void WritePath(ref PathWriter path)
    {
        while (path.NextVariable is { } name)
        {
            Parameters.TryGetValue(name, out object? value);
            path.Segment(name, value is null ? null : Text(name, value));
        }
    }

    /// <inheritdoc/>
    protected internal override void WriteQuery(ref QueryWriter query)
    {
        if (Api.HasBody)
            return;
        foreach (KeyValuePair<string, object?> parameter in Parameters)
        {
            switch (parameter.Value)
            {
                case null:
                    break;
                case var _ when IsInPath(parameter.Key):
                    break;
                case JsonElement element:
                    query.Add(parameter.Key, element);
                    break;
                case IReadOnlyDictionary<string, string> map:
                    query.Add(parameter.Key, map);
                    break;
                case IReadOnlyDictionary<string, IReadOnlyList<string>> map:
                    query.Add(parameter.Key, map);
                    break;
                // Values of mixed types: a list becomes several pairs with the same key.
                case System.Collections.IDictionary map:
                    foreach (System.Collections.DictionaryEntry entry in map)
                        AddEntry(ref query, parameter.Key, entry.Key as string ?? throw new ArgumentException($"API {Api.Name}: parameter '{parameter.Key}' has a key that is not a string.", parameter.Key), entry.Value);
                    break;
                case IReadOnlyList<string> list:
                    query.Add(parameter.Key, list);
                    break;
                case System.Collections.IEnumerable items and not string:
                    foreach (object? item in items)
                        query.Add(parameter.Key, Text(parameter.Key, item));
                    break;
                default:
                    query.Add(parameter.Key, Text(parameter.Key, parameter.Value));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void WriteBody(ref JsonBodyWriter body)
    {
        foreach (KeyValuePair<string, object?> parameter in Parameters)
            if (!IsInPath(parameter.Key) && !IsTag(parameter.Key))
                body.MemberOf(parameter.Key, parameter.Value);
    }

    /// <inheritdoc/>
    protected internal override void WriteBodyOutsideWrapper(ref JsonBodyWriter body)
    {
        foreach (KeyValuePair<string, object?> parameter in Parameters)
            if (IsTag(parameter.Key))
                body.MemberOf(parameter.Key, parameter.Value);
    }

    /// <inheritdoc/>
    protected internal override ZStackRawResult ReadResult(ref JsonReader reader)
    {
        var value = new ZStackRawResult();
        reader.ReadMembers(value);
        return value;
    }

    private void AddEntry(ref QueryWriter query, string name, string key, object? value)
    {
        var values = new List<string>();
        if (value is System.Collections.IEnumerable items and not string)
        {
            foreach (object? item in items)
                values.Add(Text(name, item));
        }
        else
        {
            values.Add(Text(name, value));
        }

        query.Add(name, new Dictionary<string, IReadOnlyList<string>> { [key] = values });
    }

    // Any other text would be sent as a different path, or without a part of the parameters.
    private static string? Problem(string path)
    {
        foreach (char c in path)
        {
            if (c is '?' or '#')
                return $"contains '{c}'; add the parameters of the query string to Parameters";
            if (c is <= ' ' or '\\' or '%' or > '~')
                return "contains white space, '\\', '%', a control character or a non-ASCII character; state an argument as {name}";
        }

        string[] segments = path.Split('/');
        for (int i = 1; i < segments.Length; i++)
        {
            string segment = segments[i];
            if (segment is "." or ".." || (segment.Length == 0 && i < segments.Length - 1))
                return "contains an empty segment, '.' or '..'";
            int open = segment.IndexOf('{');
            if (open >= 0 && segment.IndexOf('}', open) <= open + 1)
                return "contains '{' without a name and '}'";
        }

        return null;
    }

    private static bool IsTag(string name) => name is "systemTags" or "userTags";

    private bool IsInPath(string name) => Api.Path.IndexOf("{" + name + "}", StringComparison.Ordinal) >= 0;

    private ArgumentException NotFinite(string name) => new($"API {Api.Name}: parameter '{name}' is not a finite number.", name);

    private string Text(string name, object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset timestamp => JsonTimestamp.Format(timestamp),
        JsonElement { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } element => ElementText.Of(element, "API " + Api.Name, name)!,
        double number when double.IsNaN(number) || double.IsInfinity(number) => throw NotFinite(name),
        float number when float.IsNaN(number) || float.IsInfinity(number) => throw NotFinite(name),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
            => ((IFormattable)value).ToString(value is float or double ? "R" : null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"API {Api.Name}: parameter '{name}' has a value of type {(value is null or JsonElement ? "null" : value.GetType().Name)}, which cannot be written into a URL.", name),
    };
}

/// <summary>Represents the result of a raw call. All its members are in <see cref="ZStackStructure.UnknownMembers"/>.</summary>
public sealed class ZStackRawResult : ZStackResult
{
    /// <summary>Gets a member of the result; null if the result has no member of this name.</summary>
    /// <param name="member">The name of the member, such as <c>inventory</c>.</param>
    public JsonElement? this[string member] => UnknownMembers.TryGetValue(member, out JsonElement value) ? value : null;
}
