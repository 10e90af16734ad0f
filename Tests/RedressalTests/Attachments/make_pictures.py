"""Makes pictures with all that cameras and programs write beside them, and checks what is left of them.

make_pictures.py make FOLDER      writes pictures into FOLDER
make_pictures.py compare FOLDER   compares each with FOLDER/clean/ and says every difference; exit code 1 when there is one
"""

import random
import sys
from pathlib import Path

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

SECRET = "Abbottabad 34.1688 N 73.2215 E"
ORIENTATION = 0x0112


def noise(mode, size=(61, 43)):
    generator = random.Random(20261122)
    bands = Image.new(mode, size).getbands()
    return Image.frombytes(mode, size, bytes(generator.randrange(256) for _ in range(size[0] * size[1] * len(bands))))


def exif(orientation):
    data = Image.Exif()
    data[0x010F] = SECRET
    data[0x0131] = SECRET
    data[ORIENTATION] = orientation
    data.get_ifd(0x8825).update({1: "N", 2: (34.0, 10.0, 7.68), 3: "E", 4: (73.0, 13.0, 17.4)})
    data.get_ifd(0x8769)[0x9286] = SECRET
    return data.tobytes()


def make(folder):
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = f"<x:xmpmeta><exif:GPSLatitude>{SECRET}</exif:GPSLatitude></x:xmpmeta>".encode()
    for orientation in (1, 3, 6, 8):
        noise("RGB").save(
            folder / f"photo-{orientation}.jpg", exif=exif(orientation), xmp=xmp, comment=SECRET.encode(),
            icc_profile=icc, quality=88, progressive=orientation == 6, restart_marker_rows=1 if orientation == 3 else 0)
    noise("L").save(folder / "grey.jpg", comment=SECRET.encode())
    noise("CMYK").save(folder / "print.jpg", exif=exif(1), quality=95)
    big = noise("RGB", (640, 480))
    big.save(folder / "big.jpg", exif=exif(8), quality=75)
    (folder / "film.jpg").write_bytes((folder / "big.jpg").read_bytes() + b"ftypmp42" + SECRET.encode() * 50)

    text = PngInfo()
    text.add_text("Comment", SECRET)
    text.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=True)
    for mode in ("RGB", "RGBA", "L", "1", "P"):
        image = noise("L").convert("P") if mode == "P" else noise("L").convert("1") if mode == "1" else noise(mode)
        options = {"transparency": 3} if mode == "P" else {}
        image.save(folder / f"{mode}.png", pnginfo=text, exif=exif(1), dpi=(72, 72), **options)
    noise("RGBA").save(folder / "lossless.webp", lossless=True, exif=exif(1), xmp=xmp, icc_profile=icc)
    noise("RGB").save(folder / "lossy.webp", quality=80, exif=exif(1), xmp=xmp)
    frames = [noise("RGB"), noise("RGB").transpose(Image.Transpose.FLIP_TOP_BOTTOM)]
    frames[0].save(folder / "moving.webp", save_all=True, append_images=frames[1:], duration=80, exif=exif(1))


def frames(path):
    with Image.open(path) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            yield image.mode, image.size, image.tobytes()


def differences(folder):
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    if len(names) < 15:
        yield f"expected at least 15 pictures but found {len(names)}"
    for name in names:
        clean = folder / "clean" / name
        if list(frames(folder / name)) != list(frames(clean)):
            yield f"{name}: other pixels"
        if SECRET[:10].encode() in clean.read_bytes():
            yield f"{name}: the secret is still there"
        with Image.open(folder / name) as before, Image.open(clean) as after:
            left = dict(after.getexif())
            kept = before.getexif().get(ORIENTATION, 1)
            if left != ({ORIENTATION: kept} if kept != 1 else {}):
                yield f"{name}: expected nothing of EXIF but orientation {kept} and found {left}"
            if before.info.get("icc_profile") != after.info.get("icc_profile"):
                yield f"{name}: another colour profile"
            told = {"comment", "xmp", "Comment", "XML:com.adobe.xmp"} & set(after.info)
            if told:
                yield f"{name}: still holds {told}"


if __name__ == "__main__":
    place = Path(sys.argv[2])
    if sys.argv[1] == "make":
        make(place)
    else:
        found = list(differences(place))
        print("\n".join(found))
        sys.exit(1 if found else 0)
