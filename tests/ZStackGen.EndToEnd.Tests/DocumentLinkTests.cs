using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using ZStackGen.EndToEnd.Tests.Documents;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Links in documents point to existing files and headings. The documents of packages contain only links that work in a registry.</summary>
public sealed partial class DocumentLinkTests
{
    private const string Repository = "https://github.com/zstackgen/zstackgen/";
    private static readonly IReadOnlyList<Document> s_documents = Document.ReadAll();

    [Fact]
    public void Every_link_into_the_repository_points_to_an_existing_file_and_heading()
    {
        (Document Document, string Target)[] links = [.. s_documents.SelectMany(static document => Links(document).Select(target => (document, target)))];
        Assert.True(links.Length > 50, $"{links.Length} links");
        Assert.Equal([], links.Where(static link => !Exists(link.Document, link.Target)).Select(static link => $"{link.Document.Path}: {link.Target}"));
    }

    [Fact]
    public void A_package_document_has_no_link_that_works_only_in_the_repository()
    {
        Document[] packed = [.. s_documents.Where(static document => Regex.IsMatch(document.Path, @"^(generator|runtime)/[^/]+/README\.md$"))];
        Assert.True(packed.Length >= 8);
        Assert.Equal([], packed.SelectMany(static document => Links(document).Where(static target => target[0] != '#' && !target.StartsWith("https://", StringComparison.Ordinal)).Select(target => $"{document.Path}: {target}")));
    }

    [Fact]
    public void The_first_document_is_short()
        => Assert.InRange(s_documents.Single(static document => document.Path == "README.md").Text.Split('\n').Length, 40, 121);

    private static IEnumerable<string> Links(Document document) => Link().Matches(Prose(document)).Select(static match => match.Groups["target"].Value);

    private static bool Exists(Document document, string target)
    {
        if (target.StartsWith(Repository, StringComparison.Ordinal))
        {
            // blob/main/FILE and tree/main/FOLDER. Other addresses belong to the host.
            string[] parts = target[Repository.Length..].Split('/', 3);
            return parts.Length < 3 || Exists(document, "/" + parts[2]);
        }

        if (target.Contains("://", StringComparison.Ordinal))
            return true;
        int hash = target.IndexOf('#', StringComparison.Ordinal);
        string path = hash < 0 ? target : target[..hash];
        string full = path.Length == 0 ? Path.Combine(SourceTree.Root, document.Path)
            : path[0] == '/' ? Path.Combine(SourceTree.Root, path[1..])
            : Path.GetFullPath(Path.Combine(SourceTree.Root, Path.GetDirectoryName(document.Path)!, path));
        if (hash < 0)
            return File.Exists(full) || Directory.Exists(full);
        string file = Path.GetRelativePath(SourceTree.Root, full).Replace('\\', '/');
        return s_documents.SingleOrDefault(other => other.Path == file) is { } linked
            && Heading().Matches(Prose(linked)).Select(static match => Anchor(match.Groups["text"].Value)).Contains(target[(hash + 1)..]);
    }

    // Without code, where brackets have another meaning.
    private static string Prose(Document document) => InlineCode().Replace(Fence().Replace(document.Text, ""), "code");

    // The same rules as on GitHub.
    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (char c in heading.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                anchor.Append(c);
            else if (c == ' ')
                anchor.Append('-');
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<fence>`{3,}).*?^\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`[^`\n]+`", RegexOptions.CultureInvariant)]
    private static partial Regex InlineCode();
}
