using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The generated code, file by file. Each file must also compile without a warning.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Pages_of_every_verb()
        => Snapshot.Match(GeneratorRun.On(SamplePages.Disks, new ProjectOptions()).CompilesWithoutWarnings());

    [Fact]
    public void Pages_of_every_verb_in_csharp_9_for_net_framework()
        => Snapshot.Match(GeneratorRun.On(
            SamplePages.Disks,
            new ProjectOptions(("TargetFrameworkIdentifier", ".NETFramework"), ("TargetFrameworkVersion", "v4.7.2"), ("ZStackGenNamespace", "Contoso.Cloud"), ("ZStackGenAccessibility", "internal")),
            LanguageVersion.CSharp9).CompilesWithoutWarnings());

    [Fact]
    public void Awkward_names()
        => Snapshot.Match(GeneratorRun.On(("/project/specs/odd/DoOddThings.md", """
            # DoOddThings

            Has names that C# minds.

            `PUT /v1/odd/{class}/actions`

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | class | String | path | A keyword. | | |
            | api | String | body: doOddThings | A name of the base class. | | |
            | result | String | body: doOddThings | The nested class's name. | | |
            | toString (optional) | String | body: doOddThings | A method's name. | | |
            | a-b (optional) | String | body: doOddThings | No identifier. | | |
            | AB (optional) | String | body: doOddThings | The same in other case. | | |
            | array (optional) | List<String> | body: doOddThings | A type's name. | | |
            | doOddThingsAction (optional) | String | body: doOddThings | The class's own name. | | |
            | arch (optional) | String | body: doOddThings | Values that are no identifiers. | `x86_64`, `4.7`, `value` | |

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | DiskInventory | String | Hides the type's name. | |
            | disks | List<DiskInventory> | Needs the type's name. | |
            | array | List<String> | A type's name. | |
            """), ("/project/specs/types/DiskInventory.md", SamplePages.DiskInventory)).CompilesWithoutWarnings());
}
