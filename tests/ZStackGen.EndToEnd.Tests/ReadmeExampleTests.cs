using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.EndToEnd.Tests.Documents;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>The C# of every document compiles in the project that the document describes.</summary>
public sealed class ReadmeExampleTests
{
    private static readonly IReadOnlyList<Document> s_documents = Document.ReadAll();

    public static TheoryData<string> DocumentsWithCode => [.. s_documents.Where(static document => document.Snippets.Count > 0).Select(static document => document.Path)];

    [Fact]
    public void Every_package_has_a_document_with_code_or_commands()
    {
        string[] packages = [.. new[] { "generator", "runtime" }.SelectMany(static folder => Directory.GetFiles(Path.Combine(SourceTree.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(static file => File.ReadAllText(file).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal))
            .Select(static file => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!).Replace('\\', '/') + "/README.md")];
        Assert.True(packages.Length >= 8, string.Join('\n', packages));
        Assert.All(packages, static path => Assert.Contains(path, s_documents.Select(static document => document.Path)));
        Assert.All(packages, static path => Assert.Contains("```", s_documents.Single(document => document.Path == path).Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(DocumentsWithCode))]
    public void The_code_of_a_document_compiles_with_the_packages_and_usings_that_its_text_states(string path)
    {
        Document document = s_documents.Single(document => document.Path == path);
        string[] problems = [.. document.Snippets.SelectMany(static snippet => SnippetCompiler.Compile(snippet).Problems)];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task The_programs_that_need_no_cloud_run()
    {
        Snippet[] programs = [.. s_documents.SelectMany(static document => document.Snippets).Where(static snippet => snippet.Runs)];
        Assert.Contains(programs, static program => program.Document.Path == "README.md");
        Assert.Contains(programs, static program => program.Document.Path == "generator/ZStackGen.Simulator/README.md");
        foreach (Snippet program in programs)
            await SnippetCompiler.RunAsync(program).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("dotnet new console\ndotnet add package ZStackGen", "")]
    [InlineData("dotnet new console", "CS0246")]
    [InlineData("dotnet add package ZStackGen", "CS0103")]
    [InlineData("dotnet new console\ndotnet add package ZStackGen.Runtime", "CS0234")]
    public void A_package_or_template_missing_in_the_text_is_detected(string commands, string expected)
    {
        Snippet snippet = Assert.Single(Document.Of($"```\n{commands}\n```\n\n```csharp\nusing ZStack;\nusing ZStack.Api;\n\nConsole.WriteLine(new CreateZoneAction {{ Name = \"lab\" }});\n```\n").Snippets);
        string problems = string.Join('\n', SnippetCompiler.Compile(snippet).Problems);
        Assert.True(expected.Length == 0 ? problems.Length == 0 : problems.Contains(expected, StringComparison.Ordinal), problems);
    }

    [Fact]
    public void A_block_that_continues_another_uses_its_declarations_and_reports_its_own_lines()
    {
        Document document = Document.Of("dotnet new console\n```csharp\nint one = 1;\n```\n<!-- continues -->\n```csharp\nint two = one + 1;\nConsole.WriteLine(tow);\n```\n");
        Assert.Empty(SnippetCompiler.Compile(document.Snippets[0]).Problems);
        string problem = Assert.Single(SnippetCompiler.Compile(document.Snippets[1]).Problems);
        Assert.StartsWith("test.md(8): CS0103: ", problem, StringComparison.Ordinal);
    }
}
