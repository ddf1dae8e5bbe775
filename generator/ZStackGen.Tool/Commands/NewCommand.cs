using System;
using System.CommandLine;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;
using ZStackGen.Tool.Formatting;
using ZStackGen.Tool.Scaffolding;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen new</c>: writes the first version of a page.</summary>
internal static partial class NewCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen new StartVmInstance --category vm --since 4.7.0
          zstackgen new GetVmConsoleAddress --path /v1/vm-instances/{uuid}/console-addresses
          zstackgen new --type ConsoleInventory
          zstackgen new QueryZone -o -               print the page

        Unless specified, method and path are those of the tool's own page of the API. For an unknown API they follow from the name by ZStack's
        conventions: QueryX is GET with /{uuid}, CreateX POST with 'params', DeleteX DELETE, AttachXToY POST on both, StartX and similar names
        PUT …/actions with the API's name. The route is that of a known resource where the name contains one.
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the API, such as StartVmInstance, or with --type the name of the structure." };
        var type = new Option<bool>("--type") { Description = "Write a page for a data structure, in types/." };
        var method = new Option<string?>("--method") { Description = "The HTTP method.", HelpName = "GET|POST|PUT|DELETE" };
        method.AcceptOnlyFromAmong("GET", "POST", "PUT", "DELETE");
        var path = new Option<string?>("--path") { Description = "The path, starting with /v1, with {variables}.", HelpName = "PATH" };
        var category = new Option<string?>("--category", "-c") { Description = "The folder in DIR. The default is the first segment of the path.", HelpName = "NAME" };
        var since = new Option<string?>("--since") { Description = "The version that introduced it, such as 4.7.0.", HelpName = "VERSION" };
        Option<string> output = OutputOption.Specs("The folder to write the page to; '-' prints the page.");
        var force = new Option<bool>("--force") { Description = "Overwrite an existing page." };
        var command = new Command("new", "Write the first version of a page in the page format of this project.") { name, type, method, path, category, since, output, force };
        command.Validators.Add(result =>
        {
            if (result.GetValue(type) && (result.GetValue(method) ?? result.GetValue(path)) is not null)
                result.AddError("Option '--type' cannot be combined with '--method' or '--path': a data structure has no request.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            string given = parsed.GetRequiredValue(name);
            string? version = parsed.GetValue(since);
            if (version is not null && StatedVersion.Parse(version).Version is null && version != StatedVersion.Default)
                throw new ToolException($"'--since {version}' is not a version; use digits and dots, such as 4.7.0");
            bool isType = parsed.GetValue(type);
            CheckName(given, isType);
            PageModel page = isType
                ? PageSkeleton.Structure(given, version)
                : Api(given, parsed.GetValue(method), parsed.GetValue(path), version, terminal, cancellationToken);
            string folder = Folder(parsed.GetValue(category) ?? (isType ? "types" : FirstSegment(page.Apis[0].Path)));
            Write(page, given, folder, parsed.GetRequiredValue(output), parsed.GetValue(force), terminal, cancellationToken);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static PageModel Api(string name, string? method, string? path, string? since, Terminal terminal, CancellationToken cancellationToken)
    {
        if (path is not null && !PathTemplate().IsMatch(path))
            throw new ToolException($"'--path {path}' is not a path template; start with /v1/, use {{variables}} only as whole segments, and omit the query string");
        (string guessedMethod, string guessedPath, string source) = method is null || path is null ? KnownRequests.Guess(name, cancellationToken) : ("", "", "");
        string usedMethod = method ?? guessedMethod, usedPath = path ?? guessedPath;
        if (method is null || path is null)
            terminal.Error.WriteLine($"zstackgen: note: {source}: {usedMethod} {usedPath}; use --method and --path to change them");
        return PageSkeleton.Api(name, usedMethod, usedPath, since);
    }

    private static void Write(PageModel page, string name, string folder, string output, bool force, Terminal terminal, CancellationToken cancellationToken)
    {
        bool isPrinted = OutputOption.IsStandardOutput(output);
        string root = terminal.FullPath(isPrinted ? "specs" : output);
        string file = Path.Combine(root, folder, name + ".md");
        string text = PageWriter.Write(page, type => LinkToType(root, file, type));
        PageReadResult again = SpecReader.Read(page.Path, text, cancellationToken);
        if (ModelDifference.Find(page, again.Page) is { } difference)
            throw new ToolException($"the page cannot express the request: {difference}");
        foreach (Finding finding in again.Findings)
        {
            if (finding.Severity >= FindingSeverity.Warning)
                throw new ToolException($"the page would have a finding: {finding.Id}: {finding.Message}");
        }

        if (isPrinted)
        {
            terminal.Output.Write(text);
            return;
        }

        string shown = Path.GetRelativePath(terminal.WorkingDirectory, file).Replace(Path.DirectorySeparatorChar, '/');
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            SavedFile.Write(file, text, replaces: force);
        }
        catch (IOException) when (!force && File.Exists(file))
        {
            throw new ToolException($"'{shown}' already exists; specify --force to overwrite it");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{shown}' cannot be written: {e.Message}");
        }

        terminal.Text.Write($"{shown}\n");
    }

    // Link a type only if it has a page.
    private static string? LinkToType(string root, string file, string type)
    {
        string page = Path.Combine(root, "types", type + ".md");
        return page != file && File.Exists(page) ? Path.GetRelativePath(Path.GetDirectoryName(file)!, page).Replace(Path.DirectorySeparatorChar, '/') : null;
    }

    private static void CheckName(string name, bool isType)
    {
        if (!Name().IsMatch(name))
            throw new ToolException($"'{name}' is not a name of {(isType ? "a structure" : "an API")}; start with a capital letter, and use letters and digits, at least one of them a lower-case letter");
        Match message = MessageName().Match(name);
        if (!isType && message.Success)
            throw new ToolException($"'{name}' is the name of a message class; use the API name '{message.Groups["api"].Value}'");
    }

    private static string Folder(string category) => CategoryName().IsMatch(category)
        ? category
        : throw new ToolException($"'--category {category}' is not a folder name; use letters, digits, '-', '_' and '.'");

    private static string FirstSegment(string path) =>
        path.Split('/') is [_, _, var segment, ..] && CategoryName().IsMatch(segment) ? segment : "other";

    [GeneratedRegex("^[A-Z][A-Z0-9]*[a-z][A-Za-z0-9]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^API(?<api>[A-Z][A-Za-z0-9]*)Msg\\z", RegexOptions.CultureInvariant)]
    private static partial Regex MessageName();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CategoryName();

    [GeneratedRegex(@"^/v1(/(?!\.{1,2}(/|\z))(\{[A-Za-z_][A-Za-z0-9_]*\}|[A-Za-z0-9_.~-]+))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathTemplate();
}
