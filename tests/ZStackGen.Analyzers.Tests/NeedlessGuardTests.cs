using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>A check that every server of the target version passes is needless.</summary>
public sealed class NeedlessGuardTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases { get; } =
    [
        new("if ({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|}) Use(1);"),
        new("if ({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_7|}) Use(1); if (client.ServerVersion >= ZStackVersion.V4_7_11) Use(2);"),
        new("if ({|ZSG3003:client.ServerVersion < ZStackVersion.V4_7|}) return; if (client.ServerVersion < ZStackVersion.V5_0) return;"),
        new("if ({|ZSG3003:ZStackVersion.V3_0 <= client.ServerVersion|} && flag) Use(1);"),
        new("if ({|ZSG3003:client.ServerVersion > ZStackVersion.V4_6|}) Use(1); if (client.ServerVersion > ZStackVersion.V4_7) Use(2);"),
        new("if ({|ZSG3003:client.ServerVersion <= ZStackVersion.V4_6|}) Use(1); if (client.ServerVersion <= ZStackVersion.V4_7) Use(2);"),
        new("if (client.ServerVersion == ZStackVersion.V4_0 || client.ServerVersion != ZStackVersion.V4_0) Use(1);"),
        new("if ({|ZSG3003:client.ServerVersion!.CompareTo(ZStackVersion.V4_0) >= 0|}) Use(1);"),
        new("if (client.ServerVersion >= null || client.ServerVersion is null) Use(1);"),
        new("if ({|ZSG3003:IsNew|}) Use(nameof(IsNew)); if (IsNewer) Use(1); --- [ZStackVersionGuard(\"4.0\")] static bool IsNew => Other(); [ZStackVersionGuard(\"5.0\")] static bool IsNewer => Other();"),
        new("if ({|ZSG3003:IsNew(client)|}) Use(1); --- [ZStackVersionGuard(\"4.0\")] static bool IsNew(IZStackClient client) => {|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|};"),
        new("IsNew = true; if (IsWrong) Use(1); --- [ZStackVersionGuard(\"4.0\")] static bool IsNew; [ZStackVersionGuard(\"four\")] static bool IsWrong => Other();"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_check_below_the_target_is_needless(string statements) => AnalyzerRun<NeedlessGuardAnalyzer>.MethodAsync(statements, "4.7");

    [Theory]
    [InlineData("")]
    [InlineData("new")]
    public Task Without_a_target_none_is_needless(string target) => AnalyzerRun<NeedlessGuardAnalyzer>.MethodAsync("if (client.ServerVersion >= ZStackVersion.V0_6) Use(1);", target);

    [Fact]
    public Task The_message_names_both_versions() => AnalyzerRun<NeedlessGuardAnalyzer>.FileAsync(
        UserProgram.Of("if ({|#0:client.ServerVersion >= ZStackVersion.V4_0_1|}) Use(1);"),
        "4.7",
        expected: [new DiagnosticResult("ZSG3003", DiagnosticSeverity.Info).WithLocation(0).WithArguments("4.0.1", "4.7")]);
}
