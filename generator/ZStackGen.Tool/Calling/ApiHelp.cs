using System.Collections.Generic;
using System.Linq;
using System.Text;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Explorer.Apis;

namespace ZStackGen.Tool.Calling;

/// <summary>Describes how to call an API from the command line.</summary>
internal static class ApiHelp
{
    /// <summary>Returns the description of an API and of its parameters.</summary>
    /// <param name="api">The API.</param>
    /// <param name="options">The options of the command. A parameter with the name of an option is written as name=value.</param>
    public static string Describe(ApiEntry api, IReadOnlySet<string> options)
    {
        CatalogAction action = api.Action;
        var text = new StringBuilder();
        text.Append(Line(action.Description ?? action.Name)).Append("\n\nUsage:\n  zstackgen call ").Append(action.Name);
        CatalogMember[] parameters = [.. CallArguments.Parameters(api).OrderByDescending(static parameter => parameter.IsRequired)];
        foreach (CatalogMember parameter in parameters.Where(static parameter => parameter.IsRequired))
            text.Append(' ').Append(Left(parameter, options));
        text.Append(parameters.All(static parameter => parameter.IsRequired) ? "" : " [--parameter value]...").Append(" [options]\n\n");
        text.Append("Request:\n  ").Append(action.Method).Append(' ').Append(action.Path).Append(api.IsAsync ? ", starts a job\n" : "\n");
        if (StatedVersion.Describe(action.Since) is { } since)
            text.Append("  ").Append(since).Append('\n');
        if (parameters.Length > 0)
            text.Append("\nParameters:\n");
        int width = parameters.Select(parameter => Left(parameter, options).Length).DefaultIfEmpty(0).Max();
        foreach (CatalogMember parameter in parameters)
            text.Append("  ").Append(Left(parameter, options).PadRight(width)).Append("  ").Append(string.Join(' ', Right(parameter))).Append('\n');
        foreach (string note in action.Notes)
            text.Append('\n').Append(Line(note)).Append('\n');
        return text.ToString();
    }

    private static string Left(CatalogMember parameter, IReadOnlySet<string> options) =>
        $"{(options.Contains("--" + parameter.Name) ? parameter.Name + "=" : $"--{parameter.Name} ")}{Placeholder(parameter.Type)}";

    private static IEnumerable<string> Right(CatalogMember parameter)
    {
        if (parameter.IsRequired)
            yield return "(required)";
        if (parameter.Description is { Length: > 0 } description)
            yield return Line(description);
        if (parameter.Values.Count > 0)
            yield return (parameter.HasOpenValues ? "Such as " : "One of ") + string.Join(", ", parameter.Values.Select(Line)) + ".";
        if (parameter.Limits is { } limits)
            yield return limits;
        if (StatedVersion.Describe(parameter.Since) is { } since)
            yield return since;
    }

    private static string Placeholder(TypeReference type) => type.Kind switch
    {
        ValueKind.Boolean => "[true|false]",
        ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double or ValueKind.Single or ValueKind.Decimal => "NUMBER",
        ValueKind.List => Placeholder(type.Element!) + "...",
        ValueKind.Map => "KEY=VALUE...",
        ValueKind.Structure or ValueKind.ErrorCode or ValueKind.Json => "JSON",
        _ => "TEXT",
    };

    private static string Line(string text) => OutputConsole.Visible(text);
}
