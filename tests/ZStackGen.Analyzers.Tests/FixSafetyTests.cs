using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.CodeFixes;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>The fixed code compiles. A fix is not offered where it would not.</summary>
public sealed class FixSafetyTests
{
    private const string Label = "{|ZSG3001:disk.Label|}";
    private const string Guard = "client.ServerVersion >= ZStackVersion.V5_0";
    private const string Total = "{|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Count|}";
    private const string Counted = "await client.Query(Disk.Query).CountAsync()";

    public static IEnumerable<TheoryDataRow<string>> Unguarded { get; } =
    [
        Case("variable that is used later", $"int.TryParse({Label}, out int n); Use(n);"),
        Case("pattern that is used later", $"if ({Label} is not {{ }} l) return; Use(l);"),
        Case("variable that is assigned", $"string? s; s = {Label}; Use(s);"),
        Case("statement that always returns", $"--- static int M(IZStackClient client, Disk disk) {{ if ({Label} == null) return 1; else return 2; }}"),
        Case("static local function", $"Inner(disk); static void Inner(Disk disk) {{ Use({Label}); }}"),
        Case("client without a value", $"IZStackClient another; Use({Label}); another = client; Use(another);"),
        Case("client of an out parameter", $"--- static void M(out IZStackClient c, Disk disk) {{ Use({Label}); c = null!; }}"),
        Case("client that can only be set", $"--- class Mine {{ public IZStackClient Client {{ set {{ }} }} void M(Disk disk) {{ Use({Label}); }} }}"),
        Case("static lambda", $"Do(static () => {{ var disk = new Disk(); Use({Label}); }});"),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Guarded { get; } =
    [
        Case("client with the name of a keyword", $"--- static void M(IZStackClient @class, Disk disk)\n    {{\n        Use({Label});\n    }}",
            "--- static void M(IZStackClient @class, Disk disk)\n    {\n" + Block("@class.ServerVersion >= ZStackVersion.V5_0", "Use(disk.Label);") + "    }"),
        Case("client that may be null", $"--- static void M(IZStackClient? other, Disk disk)\n    {{\n        Use({Label});\n    }}",
            "--- static void M(IZStackClient? other, Disk disk)\n    {\n" + Block("other?.ServerVersion >= ZStackVersion.V5_0", "Use(disk.Label);") + "    }"),
        Case("client of a lambda in the statement", $"Use(0);\n        new List<IZStackClient>().ForEach(c => Use({Label}));", "Use(0);\n" + Block(Guard, "new List<IZStackClient>().ForEach(c => Use(disk.Label));").TrimEnd()),
        Case("variable that has a value", $"string? s = null;\n        s = {Label};\n        Use(s);", "string? s = null;\n" + Block(Guard, "s = disk.Label;") + "\n        Use(s);"),
        Case("variable of the statement", $"Use(0);\n        Use(int.TryParse({Label}, out int n) ? n : 0);", "Use(0);\n" + Block(Guard, "Use(int.TryParse(disk.Label, out int n) ? n : 0);").TrimEnd()),
    ];

    public static IEnumerable<TheoryDataRow<string>> Needed { get; } =
    [
        Case("request of the version", "if ({|ZSG3003:await client.GetServerVersionAsync() >= ZStackVersion.V4_0|}) Use(1);"),
        Case("assignment", "ZStackVersion? v = null; if ({|ZSG3003:(v = client.ServerVersion) >= ZStackVersion.V4_0|}) Use(v);"),
        Case("value that throws", "var n = {|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|} ? throw new Exception() : 3; Use(n);"),
        Case("arm that makes later arms unreachable", "Use(client.ServerVersion switch { { } v when {|ZSG3003:v >= ZStackVersion.V4_0|} => 1, null => 3, _ => 2 });"),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Choices { get; } =
    [
        Case("number", "var n = {|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|} ? 1 : 2.5;", "var n = (double)1;"),
        Case("boxed number", "object n = {|ZSG3003:client.ServerVersion < ZStackVersion.V4_0|} ? 2L : 1;", "object n = (long)1;"),
        Case("operand", "Use(3 / ({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|} ? 1 + 1 : 2.5));", "Use(3 / ((double)(1 + 1)));"),
        Case("null", "var d = {|ZSG3003:client.ServerVersion < ZStackVersion.V4_0|} ? disk : null; Use(d);", "var d = (Disk?)null; Use(d);"),
        Case("lambda", "var f = {|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|} ? () => 1 : new Func<int>(() => 2); Use(f);", "var f = (Func<int>)(() => 1); Use(f);"),
        Case("same type", "Disk d = {|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|} ? new() : disk; Use(d);", "Disk d = new(); Use(d);"),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Counts { get; } =
    [
        Case("sum", $"int n = {Total} + 1;", $"int n = (int){Counted} + 1;"),
        Case("choice", $"int n = flag ? {Total} : 0;", $"int n = flag ? (int){Counted} : 0;"),
        Case("nullable number", $"int? n = {Total};", $"int? n = (int){Counted};"),
        Case("index", $"Use(disks[{Total} - 1]);", $"Use(disks[(int){Counted} - 1]);"),
        Case("switch", $"int n = flag switch {{ true => {Total}, _ => 0 }};", $"int n = flag switch {{ true => (int){Counted}, _ => 0 }};"),
        Case("comparison and text", $"Use({Total} == 0 || $\"{{{Total}}}\" == \"1\");", $"Use({Counted} == 0 || $\"{{{Counted}}}\" == \"1\");"),
        Case("pattern", "Use({|ZSG3014:await client.Query(Disk.Query).ToListAsync() is []|} ? 1 : 2);", $"Use({Counted} is 0 ? 1 : 2);"),
        Case("pattern of the count", "Use({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()) is not { Count: > 2 and < 5 }|} && flag);", $"Use({Counted} is not (> 2 and < 5) && flag);"),
        Case("pattern with elements", "Use({|ZSG3014:await client.Query(Disk.Query).ToListAsync() is [_, _, ..]|}); Use({|ZSG3014:await client.Query(Disk.Query).ToListAsync() is [_]|});", $"Use({Counted} is >= 2); Use({Counted} is 1);"),
        Case("pattern with a number", $"Use({Total} is > 1);", $"Use({Counted} is > 1);"),
        Case("long", "long n = {|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).LongCount()|}; long m = 1L + " + Total + ";", $"long n = {Counted}; long m = 1L + {Counted};"),
    ];

    [Theory]
    [MemberData(nameof(Unguarded))]
    public Task A_guard_that_takes_a_variable_or_the_end_of_the_method_is_not_offered(string statements) =>
        FixRun<TargetVersionAnalyzer, AddGuardFixProvider>.MethodAsync(statements, statements, AddGuardFixProvider.GuardKey);

    [Theory]
    [MemberData(nameof(Needed))]
    public Task A_check_with_an_effect_or_without_a_value_is_not_removed(string statements) =>
        FixRun<NeedlessGuardAnalyzer, NeedlessGuardFixProvider>.MethodAsync(statements, statements, NeedlessGuardFixProvider.Key, target: "4.7");

    [Theory]
    [MemberData(nameof(Choices))]
    public Task A_value_keeps_its_type_without_the_check(string before, string after) =>
        FixRun<NeedlessGuardAnalyzer, NeedlessGuardFixProvider>.MethodAsync(before, after, NeedlessGuardFixProvider.Key, target: "4.7");

    [Fact]
    public Task A_count_of_a_variable_that_must_be_int_is_not_offered() => FixRun<ListForCountAnalyzer, CountFixProvider>.MethodAsync(
        $"var n = {Total}; int m = n; Use(m);", $"var n = {Total}; int m = n; Use(m);", CountFixProvider.Key);

    [Theory]
    [MemberData(nameof(Guarded))]
    public Task A_guard_names_the_client(string before, string after) =>
        FixRun<TargetVersionAnalyzer, AddGuardFixProvider>.MethodAsync(before, after, AddGuardFixProvider.GuardKey);

    [Theory]
    [MemberData(nameof(Counts))]
    public Task A_count_has_the_type_that_the_code_requires(string before, string after) =>
        FixRun<ListForCountAnalyzer, CountFixProvider>.MethodAsync(before, after, CountFixProvider.Key);

    [Fact]
    public Task No_call_is_awaited_in_a_lock() => FixRun<UnusedCallAnalyzer, AwaitFixProvider>.MethodAsync(
        "lock (disk) { {|ZSG3010:client.LogInAsync()|}; }", "lock (disk) { {|ZSG3010:client.LogInAsync()|}; }", AwaitFixProvider.Key);

    [Fact]
    public Task A_removed_guard_keeps_directives_and_scopes() => FixRun<NeedlessGuardAnalyzer, NeedlessGuardFixProvider>.MethodAsync(
        """
        Use(0);
                #region Old servers
                if ({|ZSG3003:client.ServerVersion < ZStackVersion.V4_0|})
                    return;
                #endregion
                if ({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|})
                {
                    int.TryParse(disk.Name, out int n);
                    Use(n);
                }

                Use("");
                if (flag)
                {
                    int n = 3;
                    Use(n);
                }

                if ({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|})
                {
        #if DEBUG
                    Use(1);
        #endif
                    Use(2);
                    // The end.
                }

                Use(3);
        """,
        """
        Use(0);

                #region Old servers
                #endregion
                {
                    int.TryParse(disk.Name, out int n);
                    Use(n);
                }

                Use("");
                if (flag)
                {
                    int n = 3;
                    Use(n);
                }

        #if DEBUG
                    Use(1);
        #endif
                Use(2);
                // The end.

                Use(3);
        """,
        NeedlessGuardFixProvider.Key,
        target: "4.7");

    private static string Block(string condition, string statement) => $"        if ({condition})\n        {{\n            {statement}\n        }}\n";

    private static TheoryDataRow<string> Case(string name, string statements) => new(statements) { TestDisplayName = name };

    private static TheoryDataRow<string, string> Case(string name, string before, string after) => new(before, after) { TestDisplayName = name };
}
