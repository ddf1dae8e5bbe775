using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>
/// Projects whose own names equal those that generated code uses, in any place. Each compiles without a diagnostic, in every
/// version of the language. The tests of the package cover cases that need MSBuild.
/// </summary>
public sealed class ConsumerTableTests
{
    private const string Uses = """
        namespace Uses
        {
            internal static class Program
            {
                internal static string Run(string argument)
                {
                    var create = new ZStack.Api.CreateDiskAction { Name = "n", Size = 1, Format = ZStack.Api.CreateDiskAction.FormatValue.Raw };
                    var result = new ZStack.Api.CreateDiskAction.Result { Inventory = new ZStack.Api.DiskInventory { Uuid = argument } };
                    string uuid = result.Inventory.Uuid;
                    return create.Name + uuid + result.Inventory.Parts.Count + result.Inventory.Labels.Count + result.Inventory.CreateDate + ZStack.Api.DiskInventory.Query;
                }
            }
        }
        """;

    /// <summary>The names that generated code refers to, and the names of built-in types.</summary>
    private static readonly string[] s_names =
        ["Array", "DateTimeOffset", "Dictionary", "IReadOnlyList", "IReadOnlyDictionary", "JsonElement", "IEquatable", "IParsable", "Obsolete", "String", "Object", "ErrorCode", "Since", "ApiTraits", "QueryFields", "System", "ZStackAction"];

    public static TheoryData<string, string> Projects
    {
        get
        {
            var projects = new TheoryData<string, string>();
            foreach (string name in s_names)
            {
                if (name != "System")
                    projects.Add(name + " in the global namespace", "internal class " + name + " { }");
                projects.Add(name + " in the namespace of the API", "namespace ZStack.Api { internal class " + name + " { } }");
            }

            projects.Add("ZStack in the namespace of the API", "namespace ZStack.Api { internal class ZStack { } }");
            projects.Add("ZStack as a namespace within", "namespace ZStack.Api.ZStack { internal class ApiDescriptor { } }");
            projects.Add("System as a namespace within", "namespace ZStack.Api.System { internal class Array { } }");
            projects.Add("System.Text as a namespace within", "namespace ZStack.System.Text { internal class Json { } }");
            projects.Add("Array in a part of a generated class", "namespace ZStack.Api { partial class DiskInventory { internal class Array { } internal class DateTimeOffset { } internal class Dictionary { } } }");
            projects.Add("members of a part of a generated class", "namespace ZStack.Api { partial class DiskInventory { internal string DateTimeOffset => Uuid; internal int Array => Parts.Count; } }");
            projects.Add("methods of a part of a generated action", "namespace ZStack.Api { partial class CreateDiskAction { internal string Describe() => Name; } }");
            projects.Add("a part of an open enumeration", "namespace ZStack.Api { partial class CreateDiskAction { partial struct FormatValue { internal bool IsRaw => this == Raw; } } }");
            projects.Add("no code of its own", "");
            projects.Add("global usings in effect", "using System; using System.Collections.Generic; using System.Text.Json; using ZStack; using ZStack.Api; internal class UsesAll { internal DiskInventory? Disk; internal List<int>? List; internal JsonElement Json; internal Array? Array; }");
            return projects;
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_with_conflicting_names_compiles_without_a_warning(string project, string code)
    {
        Assert.NotEmpty(project);
        foreach (LanguageVersion language in new[] { LanguageVersion.CSharp9, LanguageVersion.Latest })
        {
            GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(), language, userCode: code + "\n" + (project.StartsWith("global", System.StringComparison.Ordinal) ? "" : Uses));
            Assert.Null(run.Result.Exception);
            // Diagnostics of the project's own code do not count: unused fields, names like keywords.
            List<string> problems = [.. run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && (diagnostic.Location.SourceTree?.FilePath != "User.cs" || diagnostic.Severity == DiagnosticSeverity.Error))
                .Select(diagnostic => diagnostic.ToString())];
            Assert.True(problems.Count == 0, project + ": " + string.Join("\n", problems.Take(5)));
        }
    }

    [Fact]
    public void The_table_has_at_least_forty_projects() => Assert.True(Projects.Count >= 40, "The table has " + Projects.Count + " projects.");

}
