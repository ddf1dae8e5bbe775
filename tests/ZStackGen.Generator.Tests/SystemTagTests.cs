using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The system tags and remarks of a page become methods and documentation.</summary>
public sealed class SystemTagTests
{
    [Fact]
    public void A_tag_is_created_by_a_method_with_a_parameter_for_each_variable()
    {
        const string User = """
            internal static class User
            {
                internal static string Run(string ip) => string.Join(" ",
                    ZStack.Api.OpenDoorAction.SystemTag.StaticIp(l3NetworkUuid: "l3", ip: ip),
                    ZStack.Api.OpenDoorAction.SystemTag.StartVlanEndVlan("1", "2"),
                    ZStack.Api.OpenDoorAction.SystemTag.CephRootPoolName(@class: "p"),
                    ZStack.Api.OpenDoorAction.SystemTag.ToStringValue(),
                    ZStack.Api.OpenDoorAction.SystemTag.StaticIp2("x"));
            }
            """;
        GeneratorRun run = GeneratorRun.On([("/project/specs/door/OpenDoor.md", Page("""
            | `staticIp::{l3NetworkUuid}::{ip}` | A fixed address. | 4.7.0 |
            | `startVlan::{value}::endVlan::{value}` | | |
            | `ceph::rootPoolName::{class}` | | |
            | `to::string` | | |
            | `staticIp::{TOOLS_VERSION}` | | |
            """))], new ProjectOptions(), userCode: User).CompilesWithoutWarnings();
        Assert.Equal("staticIp::l3::10.0.0.8 startVlan::1::endVlan::2 ceph::rootPoolName::p to::string staticIp::x", UserProgram.Run(run.Compilation, "10.0.0.8"));
        ISymbol method = run.Compilation.GetTypeByMetadataName("ZStack.Api.OpenDoorAction+SystemTag")!.GetMembers("StaticIp").Single();
        string documentation = method.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("A fixed address.", documentation, StringComparison.Ordinal);
        Assert.Contains("staticIp::{l3NetworkUuid}::{ip}", documentation, StringComparison.Ordinal);
        Assert.Contains(method.GetAttributes(), attribute => attribute.AttributeClass!.Name == "SinceAttribute");
    }

    /// <summary>ZStack's documentation generator writes 0.6 if the author states no version.</summary>
    [Theory]
    [InlineData("4.7.0", " Since 4.7.0.")]
    [InlineData("<= 1.9", " Since 1.9 or earlier.")]
    [InlineData("0.6", "")]
    public void The_documentation_of_a_tag_states_a_known_version_as_the_page_knows_it(string since, string expected)
    {
        GeneratorRun run = GeneratorRun.On([("/project/specs/door/OpenDoor.md", Page($"| `staticIp::{{ip}}` | A fixed address. | {since} |"))], new ProjectOptions()).CompilesWithoutWarnings();
        string documentation = run.Compilation.GetTypeByMetadataName("ZStack.Api.OpenDoorAction+SystemTag")!.GetMembers("StaticIp").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("<c>staticIp::{ip}</c>." + expected + "</remarks>", documentation, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_become_documentation()
    {
        GeneratorRun run = GeneratorRun.On([("/project/specs/door/OpenDoor.md", Page("") + "\n## Notes\n\nOne of a < b & c is needed.\n")], new ProjectOptions()).CompilesWithoutWarnings();
        Assert.Contains("<para>One of a &lt; b &amp; c is needed.</para>",
            run.Compilation.GetTypeByMetadataName("ZStack.Api.OpenDoorAction")!.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!, StringComparison.Ordinal);
    }

    [Fact]
    public void No_attack_escapes_from_a_tag()
    {
        string rows = string.Join("\n", AttackedPages.Attacks.Select((attack, i) => $"| `t{i}::{attack.ReplaceLineEndings(" ")}::{{{attack.ReplaceLineEndings(" ")}}}` | | |"));
        GeneratorRun run = GeneratorRun.On([("/project/specs/door/OpenDoor.md", Page(rows))], new ProjectOptions()).CompilesWithoutWarnings();
        Assert.DoesNotContain(run.Compilation.GetSymbolsWithName("Injected", SymbolFilter.TypeAndMember, TestContext.Current.CancellationToken), symbol => symbol.Kind != SymbolKind.Method);
    }

    [Fact]
    public void Open_values_refuse_no_argument()
    {
        string Source(string values) => GeneratorRun.On([("/project/specs/door/OpenDoor.md", Page("").Replace("How fast. | |", $"How fast. | {values} |"))], new ProjectOptions()).CompilesWithoutWarnings().AllSources();
        Assert.Contains(".Check.Allowed(\"speed\"", Source("Slow, Fast"), StringComparison.Ordinal);
        Assert.DoesNotContain(".Check.Allowed(\"speed\"", Source("Slow, Fast, …"), StringComparison.Ordinal);
    }

    private static string Page(string tags) => $$"""
        # OpenDoor

        Opens a door.

        `PUT /v1/doors/{uuid}/actions`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | The door. | | 4.0 |
        | speed (optional) | String | body: openDoor | How fast. | | 4.0 |

        ## System tags

        | Tag | Description | Since |
        |---|---|---|
        {{tags}}

        ## Response

        The response is empty.

        """;
}
