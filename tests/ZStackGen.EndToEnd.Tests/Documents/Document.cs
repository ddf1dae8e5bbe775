using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ZStackGen.EndToEnd.Tests.Documents;

/// <summary>A Markdown document of the repository: its C# and the references that its text requires.</summary>
internal sealed partial class Document
{
    private Document(string path, string text)
    {
        Path = path;
        Text = text;
        Snippets = [.. Read(this)];
    }

    /// <summary>Gets the path from the repository's root, with slashes.</summary>
    public string Path { get; }

    /// <summary>Gets the text, with common line endings.</summary>
    public string Text { get; }

    /// <summary>Gets the C# blocks.</summary>
    public IReadOnlyList<Snippet> Snippets { get; }

    /// <summary>Gets the packages that the text adds.</summary>
    public IReadOnlySet<string> Packages => PackageLine().Matches(Text).Select(static match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets the templates that the text starts from, such as <c>console</c>.</summary>
    public IReadOnlySet<string> Templates => TemplateLine().Matches(Text).Select(static match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads all documents of the repository except API pages.</summary>
    public static IReadOnlyList<Document> ReadAll() => [.. Directory.EnumerateFiles(SourceTree.Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
        .Select(static file => System.IO.Path.GetRelativePath(SourceTree.Root, file).Replace('\\', '/'))
        .Where(static path => !path.Split('/').Any(static part => part is "bin" or "obj" or ".git" or "TestResults" or "artifacts"))
        .Where(static path => !path.StartsWith("tests/", StringComparison.Ordinal) && (!path.StartsWith("specs/", StringComparison.Ordinal) || path == "specs/README.md"))
        .Order(StringComparer.Ordinal)
        .Select(static path => new Document(path, File.ReadAllText(System.IO.Path.Combine(SourceTree.Root, path)).ReplaceLineEndings("\n")))];

    /// <summary>Creates a document from a text, to test the tests.</summary>
    public static Document Of(string text) => new("test.md", text);

    private static IEnumerable<Snippet> Read(Document document)
    {
        string[] lines = document.Text.Split('\n');
        string mark = "";
        Snippet? start = null;
        for (int i = 0; i < lines.Length; i++)
        {
            Match open = FenceLine().Match(lines[i]);
            if (!open.Success)
            {
                if (lines[i].Trim().Length > 0)
                    mark = MarkLine().Match(lines[i]).Groups["words"].Value;
                continue;
            }

            int first = i + 1;
            string fence = open.Groups["fence"].Value;
            while (++i < lines.Length && lines[i].Trim() != fence)
            {
            }

            if (open.Groups["language"].Value is "csharp" or "cs" or "c#")
            {
                string[] words = mark.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
                bool continues = words.Contains("continues");
                if (continues && start is null)
                    throw new InvalidDataException($"{document.Path}({first}): no block before this one, so it cannot continue one.");
                var snippet = new Snippet(document, first + 1, string.Join('\n', lines[first..i]), continues ? start : null, words.Contains("runs"));
                if (!continues)
                    start = snippet;
                yield return snippet;
            }

            mark = "";
        }
    }

    [GeneratedRegex(@"dotnet add package (?<id>[\w.]+)|<PackageReference Include=""(?<id>[\w.]+)""|^#:package (?<id>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PackageLine();

    [GeneratedRegex(@"dotnet new (?<name>[a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex TemplateLine();

    [GeneratedRegex(@"^ *(?<fence>`{3,})(?<language>[^`\s]*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex FenceLine();

    [GeneratedRegex(@"^<!-- (?<words>[a-z, ]+) -->$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkLine();
}

/// <summary>A block of C#. A comment <c>&lt;!-- continues --&gt;</c> before it means that the last block without such a comment precedes it. <c>&lt;!-- runs --&gt;</c> means that it is a complete program.</summary>
/// <param name="Document">The document.</param>
/// <param name="Line">The line of the code's first line.</param>
/// <param name="Code">The code.</param>
/// <param name="Start">The block that this one continues.</param>
/// <param name="Runs">Whether it runs without a cloud.</param>
internal sealed record Snippet(Document Document, int Line, string Code, Snippet? Start, bool Runs)
{
    public override string ToString() => $"{Document.Path}({Line})";
}
