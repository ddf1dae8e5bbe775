using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Tests;

/// <summary>A deprecation on a page becomes the attribute that the compiler reports at each use.</summary>
public sealed class DeprecationTests
{
    [Theory]
    [InlineData("Starts it. Deprecated.", "Deprecated.")]
    [InlineData("Deprecated since 4.0.0: use StartVmInstance.", "Deprecated since ZStack 4.0.0. Use StartVmInstance instead.")]
    [InlineData("Starts it.\nDeprecated: use `StartVmInstance`.", "Deprecated. Use StartVmInstance instead.")]
    [InlineData("Removed in 3.6.0.", "Removed in ZStack 3.6.0.")]
    [InlineData("Starts it. Deprecated since 3.9: use StartVm. Removed in 4.0.0.", "Deprecated since ZStack 3.9. Removed in ZStack 4.0.0. Use StartVm instead.")]
    [InlineData("Deprecated: use StartVm. Removed in 4.0.0.", "Removed in ZStack 4.0.0. Use StartVm instead.")]
    [InlineData("Deprecated things are listed.", null)]
    [InlineData(null, null)]
    public void The_message_states_versions_and_replacement(string? description, string? message) => Assert.Equal(message, ObsoleteMessage.Of(Lifetime.Of(description)));

    [Fact]
    public void Apis_parameters_fields_and_types_are_obsolete_with_version_and_replacement()
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/OldCall.md", """
                # OldCall

                Does it. Deprecated since 4.0.0: use NewCall.

                `PUT /v1/things/{uuid}/actions`

                ## Parameters

                | Name | Type | Location | Description | Since |
                |---|---|---|---|---|
                | uuid | String | path | Which. | 0.6 |
                | mode (optional) | String | body: oldCall | How. Removed in 3.6.0. | 0.6 |

                ## Response

                | Name | Type | Description | Since |
                |---|---|---|---|
                | inventory | ThingInventory | It. | 0.6 |
                """),
            ("/project/specs/types/ThingInventory.md", """
                # ThingInventory

                A thing. Deprecated.

                | Name | Type | Description | Since |
                |---|---|---|---|
                | uuid | String | Which. | 0.6 |
                | old | String | Deprecated: use uuid. | 0.6 |
                """));
        run.CompilesWithoutWarnings();
        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.OldCallAction")!;
        INamedTypeSymbol thing = run.Compilation.GetTypeByMetadataName("ZStack.Api.ThingInventory")!;
        Assert.Equal("Deprecated since ZStack 4.0.0. Use NewCall instead.", Message(action));
        Assert.Equal("Removed in ZStack 3.6.0.", Message(action.GetMembers("Mode").Single()));
        Assert.Null(Message(action.GetMembers("Uuid").Single()));
        Assert.Equal("Deprecated.", Message(thing));
        Assert.Equal("Deprecated. Use uuid instead.", Message(thing.GetMembers("Old").Single()));
        Assert.Equal("0.6 Deprecated=4.0.0 Replacement=NewCall", Since(action));
        Assert.Equal("0.6 Removed=3.6.0", Since(action.GetMembers("Mode").Single()));
        // Nothing can be compared with a target version here.
        Assert.Null(Since(thing));
        Assert.Null(Since(thing.GetMembers("Old").Single()));
    }

    private static string? Since(ISymbol symbol) =>
        symbol.GetAttributes().SingleOrDefault(attribute => string.Equals(attribute.AttributeClass!.Name, "SinceAttribute", StringComparison.Ordinal)) is { } since
            ? string.Join(' ', [(string)since.ConstructorArguments[0].Value!, .. since.NamedArguments.Select(static argument => argument.Key + "=" + argument.Value.Value)])
            : null;

    private static string? Message(ISymbol symbol) =>
        (string?)symbol.GetAttributes().SingleOrDefault(attribute => string.Equals(attribute.AttributeClass!.Name, "ObsoleteAttribute", StringComparison.Ordinal))?.ConstructorArguments[0].Value;
}
