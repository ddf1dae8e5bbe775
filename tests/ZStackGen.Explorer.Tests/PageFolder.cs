using System;
using System.IO;
using System.Threading.Tasks;

namespace ZStackGen.Explorer.Tests;

/// <summary>A folder with a few pages about doors, served by the tests that need special content.</summary>
internal sealed class PageFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PageFolder()
    {
        Write("doors/PaintDoor.md", """
            # PaintDoor

            Paints a **door** with `Green` or *another* color; see [the manual](https://docs.example/paint) and https://docs.example/colors.
            A [script](javascript:alert(1)), a [file](../types/Door.md) and <script> stay text, and so does 2*3*4.

            `PUT /v1/doors/{uuid}/actions`

            Since 4.6.0.

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | The UUID of the door. | | 4.6.0 |
            | color | String | body: paintDoor | The color of the paint. | Green, Red | 4.6.0 |
            | gloss (optional) | Integer | body: paintDoor | The gloss of the lacquer. | 0..100 | 4.8.0 |
            | primer (optional) | Boolean | body: paintDoor | Whether to prime. Removed in 4.7.0. | | 4.6.0 |
            | brush (optional) | String | body: paintDoor | The brush. Deprecated since 4.7.0: use roller. | | 4.6.0 |
            | vaultPassword (optional) | String | body: paintDoor | The password of the vault. | | 4.6.0 |

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | inventory | DoorInventory | The door. | 4.6.0 |

            ### DoorInventory

            | Name | Type | Description | Since |
            |---|---|---|---|
            | uuid | String | The UUID. | 4.6.0 |
            | coats | List | The coats. | 5.0.0 |

            Response:

            ```json
            { "inventory": { "uuid": "d0a1d0a1d0a14f00a1d0a1d0a1d0a1d0", "coats": ["first", "second"] } }
            ```
            """);
        Write("doors/QueryDoor.md", "# QueryDoor\n\nFinds doors.\n\n`GET /v1/doors`\n\nSynchronous.\nSince 4.8.0.\n");
        Write("doors/OpenDoor.md", "# OpenDoor\n\nOpens a door.\n\n`PUT /v1/doors/{uuid}/open`\n\nSynchronous.\nSince 4.6.0.\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | Which door. | | 4.6.0 |\n| keyUuid (optional) | String | body: openDoor | The key that fits the lock. | | 4.6.0 |\n");
        Write("doors/OpenDoorChinese.md", "# OpenDoor\n\n打开一扇门。\n\n`PUT /v1/doors/{uuid}/open`\n\nLanguage: Chinese.\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | 哪扇门。 | | 4.6.0 |\n| keyUuid (optional) | String | body: openDoor | 钥匙。 | | 4.6.0 |\n");
        Write("windows/OpenDoorman.md", "# OpenWindowAboveDoor\n\nOpens a window.\n\n`PUT /v1/windows/{uuid}/open`\n\nSynchronous.\nSince 4.6.0.\n");
    }

    /// <summary>Gets the folder of the pages.</summary>
    public string Pages => Path.Combine(_folder.Path, "specs");

    public void Write(string path, string text) => _folder.Write("specs/" + path, text);

    /// <summary>Serves the pages.</summary>
    public Task<ServedSite> ServeAsync(params string[] options) => ServedSite.StartAsync(Pages, options);

    public void Dispose() => _folder.Dispose();
}
