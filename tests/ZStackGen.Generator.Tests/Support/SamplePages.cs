using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>Pages in the project's own format, in our own words.</summary>
internal static class SamplePages
{
    public const string CreateDisk = """
        # CreateDisk

        Creates a `disk` & waits < 3 s for it.

        `POST /v1/disks`

        Asynchronous.

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | name | String | body: params | Name of the disk. | | 0.6 |
        | size | Long | body: params | Bytes. | | 0.6 |
        | format (optional) | String | body: params | Kind of file. | `qcow2`, `raw` | 3.1 |
        | tagUuids (optional) | List | body: params | Tags to attach. | | 3.4.0 |
        | limits (optional) | Map<String, Long> | body: params | Limits by kind. | | 4.0 |
        | systemTags (optional) | List | body | System tags. | | 0.6 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | [DiskInventory](../types/DiskInventory.md) | The disk. | 0.6 |
        """;

    public const string DiskInventory = """
        # DiskInventory

        A disk.

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | Identifies the disk. | 0.6 |
        | size | Long | Bytes. | 0.6 |
        | isShared | Boolean | Whether several machines may use it. | 0.6 |
        | load | Double | Share of time in use. | 3.1 |
        | parts | List<DiskPartInventory> | Its parts. | 3.1.0 |
        | labels | Map<String, String> | Free labels. | 4.0 |
        | createDate | Timestamp | When it was made. | 0.6 |
        """;

    public const string DiskPartInventory = """
        # DiskPartInventory

        A part of a disk.

        | Name | Type | Description | Since |
        |---|---|---|---|
        | index | int | Its place. | 3.1.0 |
        | disk | DiskInventory | The disk it belongs to. | 3.1.0 |
        """;

    public const string DeleteDisk = """
        # DeleteDisk

        Deletes a disk.

        `DELETE /v1/disks/{uuid}`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | The disk. | | 0.6 |
        | deleteMode (optional) | String | query | How. | `Permissive`, `Enforcing` | 0.6 |

        ## Response

        No fields.
        """;

    public const string QueryDisk = """
        # QueryDisk

        Finds disks.

        `GET /v1/disks`

        `GET /v1/disks/{uuid}`

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventories | List<DiskInventory> | The disks. | 0.6 |
        """;

    /// <summary>All pages, as files of a project.</summary>
    public static IReadOnlyList<(string Path, string Text)> Disks { get; } =
    [
        ("/project/specs/disk/CreateDisk.md", CreateDisk),
        ("/project/specs/disk/DeleteDisk.md", DeleteDisk),
        ("/project/specs/disk/QueryDisk.md", QueryDisk),
        ("/project/specs/types/DiskInventory.md", DiskInventory),
        ("/project/specs/types/DiskPartInventory.md", DiskPartInventory),
    ];

    /// <summary>The basic pages of the repository, which are copied next to the tests.</summary>
    public static IReadOnlyList<(string Path, string Text)> Repository()
    {
        string specs = Path.Combine(AppContext.BaseDirectory, "specs");
        return
        [
            .. Directory.GetFiles(specs, "*.md", SearchOption.AllDirectories)
                .OrderBy(file => file, StringComparer.Ordinal)
                .Select(file => ("/project/specs/" + Path.GetRelativePath(specs, file).Replace('\\', '/'), File.ReadAllText(file))),
        ];
    }
}
