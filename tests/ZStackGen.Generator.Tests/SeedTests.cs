using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The two real pages of one API.</summary>
public sealed class SeedTests
{
    private static string First => File.ReadAllText(SharedFolder.Require("seeds", "000_be2ab4beae76d701.txt"));

    private static string Second => File.ReadAllText(SharedFolder.Require("seeds", "001_8a571608c58bba56.txt"));

    [Fact]
    public void The_first_seed_alone_produces_the_action_and_its_named_structures()
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/iso.md", First)).CompilesWithoutWarnings();

        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.GetCandidateVmForAttachingIsoAction")!;
        Assert.NotNull(action);
        IPropertySymbol isoUuid = Property(action, "IsoUuid");
        Assert.True(isoUuid.IsRequired);
        Assert.Equal("string", isoUuid.Type.ToDisplayString());
        Assert.Equal("System.Collections.Generic.IReadOnlyList<string>?", Property(action, "SystemTags").Type.ToDisplayString());
        Assert.Equal("System.Collections.Generic.IReadOnlyList<string>?", Property(action, "UserTags").Type.ToDisplayString());
        Assert.Equal("ZStackTaggedAction", action.BaseType!.Name);

        INamedTypeSymbol result = action.GetTypeMembers("Result").Single();
        Assert.Equal("System.Collections.Generic.IReadOnlyList<ZStack.Api.VmInstanceInventory>", Property(result, "Inventories").Type.ToDisplayString());
        INamedTypeSymbol vm = run.Compilation.GetTypeByMetadataName("ZStack.Api.VmInstanceInventory")!;
        Assert.Equal("System.Collections.Generic.IReadOnlyList<ZStack.Api.VmNicInventory>", Property(vm, "VmNics").Type.ToDisplayString());
        Assert.Equal("System.Collections.Generic.IReadOnlyList<ZStack.Api.VolumeInventory>", Property(vm, "AllVolumes").Type.ToDisplayString());
        INamedTypeSymbol nic = run.Compilation.GetTypeByMetadataName("ZStack.Api.VmNicInventory")!;
        Assert.Equal("System.Collections.Generic.IReadOnlyList<ZStack.Api.UsedIpInventory>", Property(nic, "UsedIps").Type.ToDisplayString());
        AttributeData since = Property(nic, "IpVersion").GetAttributes().Single(attribute => attribute.AttributeClass!.Name == "SinceAttribute");
        Assert.Equal("3.1.0", since.ConstructorArguments[0].Value);
        Assert.Empty(nic.GetMembers("HypervisorType"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("ZStack.Api.ErrorCode"));
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id == "ZSG1010" && diagnostic.Severity == DiagnosticSeverity.Info
            && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("hypervisorType", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_seeds_together_produce_one_action_with_the_fields_of_the_first_and_the_English_text_of_the_second()
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/a.md", First), ("/project/specs/b.md", Second)).CompilesWithoutWarnings();

        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.GetCandidateVmForAttachingIsoAction")!;
        string documentation = Property(action, "IsoUuid").GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("<summary>", documentation, StringComparison.Ordinal);
        Assert.DoesNotContain(documentation, static c => c is >= '\u2e80' and <= '\uffef');
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.VmNicInventory"));
        Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "ZSG1101");
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static IPropertySymbol Property(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IPropertySymbol>().SingleOrDefault() ?? Property(type.BaseType!, name);
}
