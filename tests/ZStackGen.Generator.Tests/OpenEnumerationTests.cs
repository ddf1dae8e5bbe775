using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Strings with allowed values become open enumerations everywhere.</summary>
public sealed class OpenEnumerationTests
{
    private const string Page = """
        # OpenDoor

        Opens a door.

        `PUT /v1/doors/{uuid}/actions`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | The door. | | 4.0 |
        | sides | List<String> | body: openDoor | Where it opens to. | Left, Right | 4.0 |
        | speed (optional) | String | body: openDoor | How fast. | Slow, Fast | 4.0 |
        | kinds (optional) | List<LampKind> | body: openDoor | Lamps to light. | | 4.0 |

        ## Response

        | Name | Type | Description | Values | Since |
        |---|---|---|---|---|
        | speed | String | How fast it was. | Slow, Fast | 4.0 |
        | shape | String | What it looks like. | Round, Square | 4.0 |
        | sides | List<String> | Where it opened to. | Left, Right, Top | 4.0 |
        | kinds | List<LampKind> | Lamps that are lit. | | 4.0 |
        | door | DoorInventory | The door. | | 4.0 |
        | lamps | Map<String, LampKind> | Lamps by place. | | 4.0 |
        """;

    private const string Search = """
        # FindDoors

        Finds doors.

        `GET /v1/doors`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | sides | List<String> | query | Where they open to. | Left, Right | 4.0 |
        | state (optional) | String | query | How far. | Open, Shut | 4.0 |
        """;

    private const string Recorder = """

            internal sealed class Recorder : System.Net.Http.HttpMessageHandler
            {
                private readonly string _answer;

                public Recorder(string answer) => _answer = answer;

                public string Seen { get; private set; } = "";

                protected override async System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
                {
                    Seen += request.RequestUri!.PathAndQuery + " " + (request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)) + "\n";
                    return new System.Net.Http.HttpResponseMessage { Content = new System.Net.Http.StringContent(_answer) };
                }
            }
            """;

    private static readonly (string, string)[] s_pages =
    [
        ("/project/specs/door/OpenDoor.md", Page),
        ("/project/specs/door/FindDoors.md", Search),
        ("/project/specs/types/LampKind.md", "# LampKind\n\nA kind of lamp.\n\n- Bulb\n- Led\n"),
        ("/project/specs/types/DoorInventory.md", "# DoorInventory\n\nA door.\n\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n| state | String | How far. | Open, Shut | 4.0 |\n| ways | List<String> | Ways. | In, Out | 4.0 |\n"),
    ];

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Latest)]
    public void Values_of_lists_and_of_response_fields_are_sent_and_read_including_unknown_ones(LanguageVersion language)
    {
        const string User = """
            using System.Linq;
            using ZStack;
            using ZStack.Api;

            internal static class User
            {
                internal static string Run(string json)
                {
                    var recorder = new Recorder(json);
                    var client = new ZStackClient(new ZStackClientOptions
                    {
                        BaseAddress = "http://mn.example:8080",
                        Credential = ZStackCredential.Session("0123456789abcdef0123456789abcdef"),
                        HandlerFactory = () => recorder,
                        // A server may accept values that the page does not list.
                        ValidateArguments = false,
                    });
                    var open = new OpenDoorAction { Uuid = "u", Sides = new SidesValue[] { SidesValue.Left, "Top" }, Speed = "Fast", Kinds = new[] { LampKind.Led } };
                    var find = new FindDoorsAction { Sides = new SidesValue[] { "Left", "Right" }, State = StateValue.Shut };
                    OpenDoorAction.Result result = client.CallAsync(open).GetAwaiter().GetResult();
                    client.CallAsync(find).GetAwaiter().GetResult();
                    return recorder.Seen
                        + (result.Speed == "Slow") + (result.Speed == OpenDoorAction.SpeedValue.Slow) + (result.Speed == open.Speed) + " "
                        + string.Join(",", result.Sides.Select(side => side + (side.IsKnown ? "" : "?"))) + " " + string.Join(",", result.Kinds.Select(kind => kind.Value)) + " "
                        + result.Door!.State + (result.Door.State == "Ajar") + result.Door.State!.Value.IsKnown + result.Door.Ways.Count + " " + result.Lamps["a"] + "\n" + ZStackJson.ToJson(result);
                }
            }
            """ + Recorder;
        GeneratorRun run = GeneratorRun.On(s_pages, new ProjectOptions(), language, userCode: User).CompilesWithoutWarnings();

        Assert.Equal(
            """
            /zstack/v1/doors/u/actions {"openDoor":{"sides":["Left","Top"],"speed":"Fast","kinds":["Led"]}}
            /zstack/v1/doors?sides=Left&sides=Right&state=Shut 
            TrueTrueFalse Left,Far? Bulb,Neon AjarTrueFalse0 Led
            {"speed":"Slow","sides":["Left","Far"],"kinds":["Bulb","Neon"],"door":{"state":"Ajar","ways":[]},"lamps":{"a":"Led"}}
            """.ReplaceLineEndings("\n"),
            UserProgram.Run(run.Compilation, """{"speed":"Slow","sides":["Left",null,"Far"],"kinds":["Bulb","Neon"],"door":{"state":"Ajar"},"lamps":{"a":"Led"}}"""));
    }

    [Fact]
    public void A_response_field_shares_the_enumeration_of_a_parameter_with_the_same_name_and_values()
    {
        GeneratorRun run = GeneratorRun.On(s_pages, new ProjectOptions()).CompilesWithoutWarnings();
        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.OpenDoorAction")!;
        Assert.Equal(["Result", "SpeedValue", "ShapeValue", "SidesValue2"], action.GetTypeMembers().Select(type => type.Name));
        INamedTypeSymbol result = action.GetTypeMembers("Result").Single();
        Assert.Equal("ZStack.Api.OpenDoorAction.SpeedValue?", Type(result, "Speed"));
        Assert.Equal("System.Collections.Generic.IReadOnlyList<ZStack.Api.OpenDoorAction.SidesValue2>", Type(result, "Sides"));
        Assert.Equal("System.Collections.Generic.IReadOnlyList<ZStack.Api.LampKind>", Type(result, "Kinds"));
        Assert.Equal("System.Collections.Generic.IReadOnlyDictionary<string, string>", Type(result, "Lamps"));
    }

    [Fact]
    public void A_missing_required_list_is_reported_if_the_language_cannot_require_it()
    {
        const string User = """
            using ZStack;

            internal static class User
            {
                internal static string Run(string argument)
                {
                    var client = new ZStack.ZStackClient("http://mn.example:8080", ZStack.ZStackCredential.Session("0123456789abcdef0123456789abcdef"));
                    try
                    {
                        client.CallAsync(new ZStack.Api.OpenDoorAction { Uuid = argument }).GetAwaiter().GetResult();
                        return "sent";
                    }
                    catch (System.Exception e)
                    {
                        return e.Message;
                    }
                }
            }
            """;
        GeneratorRun run = GeneratorRun.On(s_pages, new ProjectOptions(), LanguageVersion.CSharp9, userCode: User).CompilesWithoutWarnings();
        Assert.Contains("parameter 'sides' is null; it is required", UserProgram.Run(run.Compilation, "u"), StringComparison.Ordinal);
    }

    private static string Type(INamedTypeSymbol owner, string property) => ((IPropertySymbol)owner.GetMembers(property).Single()).Type.ToDisplayString();
}
