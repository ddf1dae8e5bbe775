using System;
using System.Diagnostics;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>An open enumeration is serialized as its text everywhere, has readable names in every script, and compiles in linear time.</summary>
public sealed class OpenEnumerationTextTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void It_is_its_text_in_JSON_in_configuration_as_a_key_and_when_parsed(LanguageVersion language)
    {
        const string User = """
            using System.Collections.Generic;
            using System.ComponentModel;
            using System.Linq;
            using System.Text.Json;
            using ZStack.Api;

            internal static class User
            {
                internal static string Run(string text)
                {
                    var read = JsonSerializer.Deserialize<Dictionary<LampKind, LampKind>>("{\"" + text + "\":\"Bulb\"}")!;
                    TypeConverter converter = TypeDescriptor.GetConverter(typeof(LampKind));
                    bool parsed = LampKind.TryParse(text, null, out LampKind value);
                    bool nothing = LampKind.TryParse(null, null, out _);
                    return JsonSerializer.Serialize(read) + converter.ConvertFromInvariantString(text) + converter.ConvertToInvariantString(LampKind.Led)
                        + parsed + value + value.IsKnown + nothing + LampKind.Led.IsKnown + string.Join(",", LampKind.KnownValues) + LampKind.KnownValues.Contains(LampKind.Led);
                }
            }
            """;
        GeneratorRun run = GeneratorRun.On([("/project/specs/types/LampKind.md", "# LampKind\n\nA kind of lamp.\n\n- Bulb\n- Led\n")], new ProjectOptions(), language, userCode: User).CompilesWithoutWarnings();
        Assert.Equal("{\"Neon\":\"Bulb\"}NeonLedTrueNeonFalseFalseTrueBulb,LedTrue", UserProgram.Run(run.Compilation, "Neon"));
    }

    [Fact]
    public void A_value_has_the_description_of_the_page()
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/types/LampKind.md", "# LampKind\n\nA kind of lamp.\n\n- Bulb: Glows & is <hot>.\n- Led\n")).CompilesWithoutWarnings();
        INamedTypeSymbol kind = run.Compilation.GetTypeByMetadataName("ZStack.Api.LampKind")!;
        Assert.Contains("<summary>Glows &amp; is &lt;hot&gt;.</summary>", kind.GetMembers("Bulb").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("inheritdoc", kind.GetMembers("Led").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_keep_letters_of_every_script()
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/types/LampKind.md", "# LampKind\n\nA kind of lamp.\n\n- été\n- Größe\n- имя файла\n- 灯\n- ångström-2\n")).CompilesWithoutWarnings();
        INamedTypeSymbol kind = run.Compilation.GetTypeByMetadataName("ZStack.Api.LampKind")!;
        Assert.Equal(["Été", "Größe", "ИмяФайла", "灯", "Ångström2"], kind.GetMembers().OfType<IPropertySymbol>().Where(member => member.IsStatic && member.Name != "KnownValues").Select(member => member.Name));
    }

    /// <summary>A pattern of constants took the compiler 20 seconds for 2,400 values, and minutes for 5,000.</summary>
    [Fact]
    public void The_compile_time_grows_linearly_with_the_number_of_values()
    {
        Time(50);
        TimeSpan few = Time(1250), many = Time(5000);
        // Four times the values: a quadratic cost would be 16 times the time. Other work on the machine can disturb one measurement, but not all.
        for (int attempt = 1; attempt < 5 && many >= few * 9; attempt++)
            many = Time(5000);
        Assert.True(many < few * 9, $"1,250 values take {few}, 5,000 take {many}.");

        static TimeSpan Time(int values)
        {
            string list = string.Concat(Enumerable.Range(0, values).Select(i => "- Value" + i + "x\n"));
            string rows = string.Join(", ", Enumerable.Range(0, values).Select(i => "Mode" + i + "x"));
            GeneratorRun run = GeneratorRun.On(
                ("/project/specs/types/LampKind.md", "# LampKind\n\nA kind of lamp.\n\n" + list),
                ("/project/specs/lamp/SetLamp.md", $"# SetLamp\n\nSets it.\n\n`PUT /v1/lamps/{{uuid}}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | Which. | | 0.6 |\n| mode | String | body: setLamp | How. | {rows} | 0.6 |\n"));
            var clock = Stopwatch.StartNew();
            using var image = new System.IO.MemoryStream();
            Assert.True(run.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
            return clock.Elapsed;
        }
    }

    [Fact]
    public void Equal_lists_with_one_name_are_one_type_and_others_stay_nested()
    {
        GeneratorRun run = GeneratorRun.On(Page("DeleteA", "Permissive, Enforcing"), Page("DeleteB", "Permissive, Enforcing"), Page("DeleteC", "Permissive")).CompilesWithoutWarnings();
        Assert.Equal("ZStack.Api.DeleteModeValue?", Type(run, "DeleteAAction"));
        Assert.Equal("ZStack.Api.DeleteModeValue?", Type(run, "DeleteBAction"));
        Assert.Equal("ZStack.Api.DeleteCAction.DeleteModeValue?", Type(run, "DeleteCAction"));

        static (string, string) Page(string api, string values) => ($"/project/specs/a/{api}.md", $"# {api}\n\nDeletes.\n\n`DELETE /v1/{api}/{{uuid}}`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | Which. | | 0.6 |\n| deleteMode (optional) | String | query | How. | {values} | 0.6 |\n");

        static string Type(GeneratorRun run, string action) => run.Compilation.GetTypeByMetadataName("ZStack.Api." + action)!.GetMembers("DeleteMode").OfType<IPropertySymbol>().Single().Type.ToDisplayString();
    }

    [Fact]
    public void Guaranteed_response_members_are_not_nullable_and_name_themselves_if_missing()
    {
        const string User = """
            using ZStack;
            using ZStack.Api;

            internal static class User
            {
                internal static string Run(string json)
                {
                    CreateDiskAction.Result full = ZStackJson.ReadResult<CreateDiskAction.Result>("{\"inventory\":{\"uuid\":\"u\"}}");
                    string seen = full.Inventory.Uuid + " " + full.Inventory + " " + ZStackJson.ToJson(full) + " ";
                    try { return seen + ZStackJson.ReadResult<CreateDiskAction.Result>("{}").Inventory; }
                    catch (ZStackMissingMemberException e) { seen += e.Message + e.TypeName + e.MemberName + " "; }
                    try { return seen + ZStackJson.ReadResult<CreateDiskAction.Result>("{\"inventory\":{}}").Inventory.Uuid; }
                    catch (ZStackMissingMemberException e) { return seen + e.Message; }
                }
            }
            """;
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(), userCode: User).CompilesWithoutWarnings();
        Assert.Equal(
            "u DiskInventory u {\"inventory\":{\"uuid\":\"u\",\"parts\":[],\"labels\":{}}} "
                + "CreateDiskAction.Result: the member 'inventory' is missing; the server left it out of its response, or it was never set.CreateDiskAction.Resultinventory "
                + "DiskInventory: the member 'uuid' is missing; the server left it out of its response, or it was never set.",
            UserProgram.Run(run.Compilation, ""));
    }
}
