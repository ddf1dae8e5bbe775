using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;

namespace ZStackGen.Tool.OpenApi;

/// <summary>
/// Gives every API its own path key. OpenAPI allows one operation per path and method, but ZStack has dozens of APIs at
/// <c>PUT …/{uuid}/actions</c> that differ in a member of the body (PROTOCOL.md §1). Their keys end in a fragment that names this member.
/// Clients do not send fragments, so each API is an operation that can be called, with its own body. OpenAPI 3.0 and 3.1 do not
/// forbid it, and large published documents, such as those of AWS, use it. OpenAPI 3.2 excludes fragments by grammar; see <see cref="MergedActions"/>.
/// </summary>
internal sealed class PathKeys
{
    private readonly Dictionary<string, string[]> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<(string Key, HttpMethod Method)> _taken = [];

    /// <summary>Reserves a key.</summary>
    /// <param name="api">The name of the API. It distinguishes APIs with equal paths and methods that are not actions.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path template.</param>
    /// <param name="action">The body's member that names the action, for an API at a path of actions.</param>
    /// <returns>The key and the names of its variables, in order; <see langword="null"/> if the API has the key already.</returns>
    public (string Key, string[] Variables)? Take(string api, HttpMethod method, string path, string? action)
    {
        // Templates that differ only in variable names are the same path. The first template names the variables.
        string shape = Shape(path, out List<string> own);
        if (!_variables.TryGetValue(shape, out string[]? variables))
            _variables[shape] = variables = Distinct(own);
        string key = Fill(shape, variables);
        if (action is { Length: > 0 })
            key += "#" + Uri.EscapeDataString(action);
        if (_taken.Add((key, method)))
            return (key, variables);
        key = Fill(shape, variables) + "#" + Uri.EscapeDataString(api);
        return _taken.Add((key, method)) ? (key, variables) : null;
    }

    /// <summary>Returns the key of a path that several APIs share.</summary>
    public (string Key, string[] Variables) Share(string path)
    {
        string shape = Shape(path, out List<string> own);
        if (!_variables.TryGetValue(shape, out string[]? variables))
            _variables[shape] = variables = Distinct(own);
        string key = Fill(shape, variables);
        _taken.Add((key, HttpMethod.Put));
        return (key, variables);
    }

    /// <summary>Returns the variables of a template, in order.</summary>
    public static List<string> VariablesOf(string path)
    {
        Shape(path, out List<string> variables);
        return variables;
    }

    // The template with bare braces. Characters that a URL cannot contain are escaped, so that no page can break a key.
    private static string Shape(string path, out List<string> variables)
    {
        variables = [];
        var shape = new StringBuilder(path.Length);
        for (int i = 0; i < path.Length; i++)
        {
            char c = path[i];
            int close = c == '{' ? path.IndexOf('}', i) : -1;
            if (close > i + 1)
            {
                variables.Add(path[(i + 1)..close]);
                shape.Append("{}");
                i = close;
            }
            else if (char.IsAsciiLetterOrDigit(c) || "/-._~!$&'()*+,;=:@%".Contains(c, StringComparison.Ordinal))
            {
                shape.Append(c);
            }
            else
            {
                shape.Append(Uri.EscapeDataString(char.IsSurrogate(c) ? "\uFFFD" : c.ToString()));
            }
        }

        return shape.Length > 0 && shape[0] == '/' ? shape.ToString() : "/" + shape;
    }

    private static string Fill(string shape, string[] variables)
    {
        var key = new StringBuilder();
        int next = 0;
        for (int i = 0; i < shape.Length; i++)
        {
            key.Append(shape[i]);
            if (shape[i] == '{')
                key.Append(variables[next++]);
        }

        return key.ToString();
    }

    private static string[] Distinct(List<string> names)
    {
        var distinct = new List<string>(names.Count);
        foreach (string name in names)
        {
            string unique = name;
            for (int i = 2; distinct.Contains(unique); i++)
                unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            distinct.Add(unique);
        }

        return [.. distinct];
    }
}
